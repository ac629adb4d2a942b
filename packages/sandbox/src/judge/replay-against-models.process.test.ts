import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { hasSpec, SPEC_DIR } from "../testing/published-spec.ts";
import type { TestSandbox } from "../testing.ts";
import { exampleOrder, exampleWorld, startTestSandbox } from "../testing.ts";
import { replayAgainstModels } from "./replay-against-models.ts";

const US = "ATVPDKIKX0DER";
const id = "123-1234567-1234567";

async function withCalls(calls: (sandbox: TestSandbox, token: string) => Promise<unknown>) {
  const sandbox = await startTestSandbox();
  onTestFinished(() => sandbox.stop());
  await sandbox.control("POST", "/world", exampleWorld({ orders: [exampleOrder({ deliveredAt: null })] }));
  await calls(sandbox, await sandbox.token());
  return replayAgainstModels({ logPath: sandbox.running.logPath, specDir: join(SPEC_DIR, "amazon") });
}

it.skipIf(!hasSpec)("accepts what a correct caller sent (shared-missing)", { timeout: 120_000 }, async () => {
  const result = await withCalls(async (sandbox, token) => {
    await sandbox.amazon(
      `/orders/2026-01-01/orders?lastUpdatedAfter=2026-11-01T00:00:00Z&marketplaceIds=${US}&includedData=BUYER,FULFILLMENT&maxResultsPerPage=100`,
      { token },
    );
    await sandbox.amazon(
      `/solicitations/v1/orders/${id}/solicitations/productReviewAndSellerFeedback?marketplaceIds=${US}`,
      { token, method: "POST" },
    );
    await sandbox.amazon(`/messaging/v1/orders/${id}/messages/unexpectedProblem?marketplaceIds=${US}`, {
      token,
      method: "POST",
      body: JSON.stringify({ text: "The parcel came back to us." }),
    });
    await sandbox.amazon(
      `/uploads/2020-11-01/uploadDestinations/messaging/v1/orders/${id}/messages/invoice?marketplaceIds=${US}&contentMD5=XUFAKrxLKna5cZ2REBfFkg%3D%3D&contentType=application%2Fpdf`,
      { token, method: "POST" },
    );
    await sandbox.amazon("/sellers/v1/marketplaceParticipations", { token });
  });
  expect(result).toEqual({ replayed: 5, accepted: 5, rejected: [] });
});

it.skipIf(!hasSpec)("names what a careless caller sent (shared-missing)", { timeout: 120_000 }, async () => {
  const result = await withCalls(async (sandbox, token) => {
    await sandbox.amazon(`/solicitations/v1/orders/${id}`, { token });
    await sandbox.amazon(`/messaging/v1/orders/${id}/messages/confirmOrderDetails?marketplaceIds=${US}`, {
      token,
      method: "POST",
      body: JSON.stringify({ text: "" }),
    });
    await sandbox.amazon("/orders/v0/orders", { token });
  });
  expect(result.accepted).toBe(0);
  expect(result.rejected.map(({ operation }) => operation).toSorted()).toEqual([
    "createConfirmOrderDetails",
    "getSolicitationActionsForOrder",
    null,
  ]);
});
