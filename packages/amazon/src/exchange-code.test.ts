import { Temporal } from "@heed/core/time";
import { DEMO_STORES } from "@heed/sandbox/demo/stores";
import { startTestSandbox, TEST_NOW, type TestSandbox } from "@heed/sandbox/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CodeExchange, exchangeCode } from "./exchange-code.ts";
import { json, startStandIn } from "./testing/stand-in.ts";

const [US] = DEMO_STORES;
const now = Temporal.Instant.from(TEST_NOW);
let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  await sandbox.control("POST", "/world", { stores: [...DEMO_STORES] });
});
afterAll(() => sandbox.stop());

async function exchangeIn(changes: Partial<CodeExchange> = {}) {
  const { amazonPort, caPath, settings } = sandbox.running;
  const consent = await sandbox.control("POST", "/consents", { sellerId: US.sellerId });
  const { code } = consent.body as { code: string };
  const redirectUri = settings.application.redirectUris[0] ?? "";
  const endpoint = { port: amazonPort, caPath };
  return { credentials: settings.application, code, redirectUri, now, endpoint, timeoutMs: 2000, ...changes };
}

describe("a code of a consent", () => {
  it("is traded for the seller's tokens", async () => {
    const granted = await exchangeCode(await exchangeIn());
    expect(granted.refreshToken).toBe(US.refreshToken);
    expect(granted.accessToken).toMatch(/^Atza\|/);
    expect(granted.expiresAt.epochMilliseconds - now.epochMilliseconds).toBe(3_600_000);
  });

  it("works once", async () => {
    const input = await exchangeIn();
    await exchangeCode(input);
    await expect(exchangeCode(input)).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
      details: { reason: "code" },
    });
  });

  it.each([
    ["with another redirect address", { redirectUri: "https://evil.example/" }, "code"],
    ["that Amazon never gave", { code: "ANforged" }, "code"],
    ["with a wrong secret", { credentials: { clientId: "x", clientSecret: "y" } }, "application"],
  ])("is refused %s", async (_what, changes, reason) => {
    await expect(exchangeCode(await exchangeIn(changes))).rejects.toMatchObject({ details: { reason } });
  });
});

it("says nothing of the answer when Amazon's sign-in is broken, and does not try again", async () => {
  const standIn = await startStandIn();
  standIn.answerTokens(json(503, { error: "temporarily_unavailable" }));
  const input = await exchangeIn({ endpoint: standIn.endpoint });
  await expect(exchangeCode(input)).rejects.toMatchObject({ code: "UPSTREAM", details: { status: 503 } });
  expect(standIn.tokenCalls).toHaveLength(1);
  await standIn.stop();
});
