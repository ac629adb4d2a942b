import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { TestSandbox } from "../testing.ts";
import { exampleWorld, startTestSandbox } from "../testing.ts";
import type { FaultKind } from "./rule.ts";

const OP = "createProductReviewAndSellerFeedbackSolicitation";
const POST =
  "/solicitations/v1/orders/123-1234567-1234567/solicitations/productReviewAndSellerFeedback?marketplaceIds=ATVPDKIKX0DER";

async function armed(rule: Readonly<Record<string, unknown>>) {
  const sandbox = await startTestSandbox();
  onTestFinished(() => sandbox.stop());
  await sandbox.control("POST", "/world", exampleWorld());
  const token = await sandbox.token();
  expect((await sandbox.control("POST", "/faults", rule)).status).toBe(201);
  return { sandbox, token };
}

const accepted = (sandbox: TestSandbox) =>
  sandbox.log().filter((entry) => entry.kind === "amazon.call" && entry.effect !== null).length;

describe("a fault", () => {
  it.each([
    ["throttle", 429, "QuotaExceeded"],
    ["throttle_wait", 429, "QuotaExceeded"],
    ["error_500", 500, "InternalFailure"],
    ["error_503", 503, "ServiceUnavailable"],
    ["revoked", 403, "Unauthorized"],
    ["expired_token", 403, "Unauthorized"],
  ] as const)("of kind %s answers %i %s, and nothing happened", async (kind, status, code) => {
    const { sandbox, token } = await armed({ op: OP, kind, times: 1, seconds: 7 });
    const answer = await sandbox.amazon(POST, { token, method: "POST" });
    expect(answer).toMatchObject({ status, body: { errors: [{ code }] } });
    expect(answer.headers["retry-after"]).toBe(kind === "throttle_wait" ? "7" : undefined);
    expect(accepted(sandbox)).toBe(0);
    expect((await sandbox.amazon(POST, { token, method: "POST" })).status).toBe(201);
  });

  it("may show a page instead of an answer", async () => {
    const { sandbox, token } = await armed({ op: OP, kind: "html_error", times: 1 });
    expect(await sandbox.amazon(POST, { token, method: "POST" })).toMatchObject({
      status: 502,
      headers: { "content-type": "text/html" },
    });
  });

  it.each<[FaultKind, string]>([
    ["reset", "loses the answer"],
    ["truncated_json", "cuts the answer"],
    ["slow_body", "delays the answer"],
  ])("of kind %s %s after the effect", async (kind) => {
    const { sandbox, token } = await armed({ op: OP, kind, times: 1, seconds: 0.2 });
    const answer = await sandbox
      .amazon(POST, { token, method: "POST" })
      .catch((error: NodeJS.ErrnoException) => error.code);
    if (kind === "reset") expect(answer).toBe("ECONNRESET");
    if (kind === "truncated_json") expect(answer).toMatchObject({ status: 201, text: "{", body: null });
    if (kind === "slow_body") expect(answer).toMatchObject({ status: 201, body: {} });
    expect(accepted(sandbox)).toBe(1);
    expect((await sandbox.amazon(POST, { token, method: "POST" })).status).toBe(403);
  });

  it("of kind timeout never answers, and the effect is there", async () => {
    const { sandbox, token } = await armed({ op: OP, kind: "timeout", times: 1 });
    const late = new Promise((resolve) => setTimeout(() => resolve("late"), 300));
    const call = sandbox.amazon(POST, { token, method: "POST" }).catch(() => "cut");
    expect(await Promise.race([call, late])).toBe("late");
    expect(accepted(sandbox)).toBe(1);
  });

  it("may strike a share of the requests, the same ones for the same seed", async () => {
    const pattern = async () => {
      const { sandbox, token } = await armed({ op: "getOrder", kind: "error_500", rate: 0.4, seed: 11 });
      const statuses = [];
      for (let index = 0; index < 20; index += 1)
        statuses.push((await sandbox.amazon("/orders/2026-01-01/orders/123-1234567-1234567", { token })).status);
      return statuses;
    };
    const first = await pattern();
    expect(await pattern()).toEqual(first);
    expect(first.filter((status) => status === 500).length).toBeGreaterThan(3);
    expect(first.filter((status) => status === 200).length).toBeGreaterThan(3);
  });

  it("keeps its count over a restart", async () => {
    const dir = mkdtempSync(join(tmpdir(), "heed-sandbox-"));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    const first = await startTestSandbox({ dir });
    await first.control("POST", "/world", exampleWorld());
    await first.control("POST", "/faults", { op: OP, kind: "error_500", times: 1 });
    const token = await first.token();
    expect((await first.amazon(POST, { token, method: "POST" })).status).toBe(500);
    await first.stop();
    const second = await startTestSandbox({ dir });
    onTestFinished(() => second.stop());
    expect((await second.amazon(POST, { token, method: "POST" })).status).toBe(201);
  });

  it("reaches the token endpoint too", async () => {
    const { sandbox } = await armed({ op: "token", kind: "error_503", times: 1 });
    expect(await sandbox.token()).toBeUndefined();
    expect(await sandbox.token()).toMatch(/^Atza\|/);
  });
});
