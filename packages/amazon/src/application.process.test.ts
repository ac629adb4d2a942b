import { Temporal } from "@heed/core/time";
import { joinLocally } from "@heed/sandbox/clock/virtual";
import { SANDBOX_APPLICATION } from "@heed/sandbox/demo/stores";
import { loginCall, startTestSandbox, TEST_NOW, type TestSandbox } from "@heed/sandbox/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { endSubscription, ensureDestination } from "./destinations.ts";
import { rotateClientSecret } from "./rotate-secret.ts";

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

const SQS = { sqs: { arn: "arn:aws:sqs:us-east-1:000000000000:heed" } };
const BUS = { eventBridge: { accountId: "123456789012", region: "eu-west-1" } };

function application(...secrets: string[]) {
  const { amazonPort: port, caPath } = sandbox.running;
  return { clientId: SANDBOX_APPLICATION.clientId, secrets, endpoint: { port, caPath }, timeoutMs: 5000 };
}
const first = () => application(SANDBOX_APPLICATION.clientSecret);
const operations = () => sandbox.log().flatMap((entry) => (entry.kind === "amazon.call" ? [entry.operation] : []));

/** Lets the sandbox's time go by. */
async function pass(span: { readonly hours: number }): Promise<void> {
  const { coordinator } = sandbox.running;
  if (coordinator === null) throw new Error("the sandbox has no virtual clock");
  const until = Temporal.Instant.from(TEST_NOW).add(span);
  const asleep = joinLocally(coordinator, "test").sleepUntil(until);
  await coordinator.run(until.add({ hours: 1 }));
  await asleep;
}

test("a destination is made once for each target, and found by every process after that", async () => {
  const made = await ensureDestination(first(), { region: "NA", target: SQS });
  expect(await ensureDestination(first(), { region: "NA", target: SQS })).toBe(made);
  const bus = await ensureDestination(first(), { region: "NA", target: BUS });
  expect(await ensureDestination(first(), { region: "NA", target: BUS })).toBe(bus);
  expect(bus).not.toBe(made);
  expect(operations().filter((operation) => operation === "createDestination")).toHaveLength(2);
});

test("a subscription that is gone already counts as ended", async () => {
  await endSubscription(first(), { region: "NA", subscriptionId: "never-made" });
  expect(operations().at(-1)).toBe("deleteSubscriptionById");
});

test("a seller's token opens none of it, nor does a token of another scope", async () => {
  const scope = { grant_type: "client_credentials", scope: "sellingpartnerapi::notifications" };
  const grantless = (await sandbox.amazon("/auth/o2/token", loginCall(scope))).body as { access_token: string };
  const tokens = [await sandbox.token(), grantless.access_token];
  for (const token of tokens) {
    const path = "/applications/2023-11-30/clientSecret";
    expect(await sandbox.amazon(path, { method: "POST", token })).toMatchObject({ status: 403 });
  }
});

test("a new secret comes by the queue; both are valid for a week, then the new one alone", async () => {
  await rotateClientSecret(first());
  const sent = sandbox.log().flatMap((entry) => (entry.kind === "queue.sent" ? [entry.body] : []));
  expect(sent).toHaveLength(1);
  const { payload } = JSON.parse(sent[0] ?? "") as {
    payload: { applicationOAuthClientNewSecret: { newClientSecret: string } };
  };
  const { newClientSecret } = payload.applicationOAuthClientNewSecret;
  const status = async (secret: string) => {
    const grant = { grant_type: "client_credentials", scope: "sellingpartnerapi::notifications" };
    return (await sandbox.amazon("/auth/o2/token", loginCall({ ...grant, client_secret: secret }))).status;
  };
  expect([await status(SANDBOX_APPLICATION.clientSecret), await status(newClientSecret)]).toEqual([200, 200]);
  await pass({ hours: 24 * 7 + 1 });
  expect([await status(SANDBOX_APPLICATION.clientSecret), await status(newClientSecret)]).toEqual([401, 200]);
  // The application that still tries the old one first gets in by the other.
  await ensureDestination(application(SANDBOX_APPLICATION.clientSecret, newClientSecret), {
    region: "EU",
    target: SQS,
  });
});
