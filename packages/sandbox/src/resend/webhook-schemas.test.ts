import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { expect, it, onTestFinished } from "vitest";
import { hasSpec, SPEC_DIR } from "../testing/published-spec.ts";
import { exampleBuyer, exampleWorld, startTestSandbox } from "../testing.ts";

interface Schemas {
  readonly webhooks: Readonly<
    Record<string, { post: { requestBody: { content: { "application/json": { schema: { $ref: string } } } } } }>
  >;
  readonly schemas: Readonly<Record<string, object>>;
}

it.skipIf(!hasSpec)("every webhook follows Resend's published schema (shared-missing)", async () => {
  const spec = JSON.parse(readFileSync(join(SPEC_DIR, "resend/webhook-schemas.json"), "utf8")) as Schemas;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats(ajv);
  const payloads = await producedPayloads();
  const types = new Set(payloads.map((payload) => payload["type"]));
  expect([...types].toSorted()).toEqual([
    "email.bounced",
    "email.complained",
    "email.delivered",
    "email.received",
    "email.sent",
    "email.suppressed",
  ]);
  for (const payload of payloads) {
    const schema = spec.webhooks[String(payload["type"])]?.post.requestBody.content["application/json"].schema;
    const validate = ajv.compile({ ...schema, components: { schemas: spec.schemas } });
    expect(validate(payload) || validate.errors).toBe(true);
  }
});

async function producedPayloads(): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const sandbox = await startTestSandbox({ settings: { resendRate: 10 } });
  onTestFinished(() => sandbox.stop());
  await sandbox.control(
    "POST",
    "/world",
    exampleWorld({ buyers: [exampleBuyer({ optedOutAt: "2025-01-01T00:00:00Z" })] }),
  );
  const { resendUrl, settings } = sandbox.running;
  const from = `${exampleWorld().stores[0]?.senderToken}@mail.${settings.mailDomain}`;
  for (const to of [exampleBuyer().alias, "bounced@resend.dev", "complained@resend.dev", "suppressed@resend.dev"]) {
    const body = JSON.stringify({
      from,
      to: [to],
      subject: "Hello",
      text: "Hi",
      headers: { "X-Test": "1" },
      tags: [{ name: "message", value: "m1" }],
    });
    const response = await fetch(`${resendUrl}/emails`, {
      method: "POST",
      headers: { authorization: `Bearer ${settings.resendApiKey}` },
      body,
    });
    expect(response.status).toBe(200);
  }
  await sandbox.control("POST", "/clock/run", { until: "2026-11-20T18:00:00Z" });
  return sandbox.log().flatMap((entry) => (entry.kind === "webhook.created" ? [entry.payload] : []));
}
