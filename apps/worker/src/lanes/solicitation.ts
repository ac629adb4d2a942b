import type { ReviewOutcome } from "@heed/amazon/gateway-types";
import { settlesAt } from "@heed/core/message/settle";
import type { Instant } from "@heed/core/time";
import type { Outcome } from "@heed/db/commands/record-outcome";
import { loadStoreWork } from "@heed/db/queries/store-work";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { LaneAnswer, LaneCall } from "../send/call-lane.ts";
import { plantedStore, skipsCall } from "../send/planted-bugs.ts";
import { FIRST_READ } from "../send/read-schedule.ts";
import type { Worker } from "../worker.ts";

/** Until sync brings Amazon's own delivery window. */
const NEXT_TRY_ON_ESTIMATE = { hours: 24 };
const NEXT_TRY_WHEN_REVOKED = { hours: 1 };

/**
 * Amazon's own "Request a Review". No read before the call (DESIGN §6):
 *
 * | Amazon                                | becomes                                                             |
 * |---------------------------------------|---------------------------------------------------------------------|
 * | 201                                   | sent                                                                |
 * | 403 not available                     | failed, final: already_requested_or_ineligible                      |
 * | 403 outside the 5-30 day range        | window from Amazon: failed, final: window_over; estimate: planned again |
 * | 403 otherwise, 400                    | failed: action_not_offered                                          |
 * | 429, connection refused               | planned again                                                       |
 * | lost answer                           | the actions are read later, the claim stays                         |
 */
export async function solicitationLane(worker: Worker, { tenantId, work }: LaneCall): Promise<LaneAnswer> {
  const own = await withTenant(worker.db, systemAccess(tenantId), (tx) =>
    loadStoreWork(tx, { storeId: work.message.storeId, ring: worker.ring }),
  );
  const caller = (await plantedStore(worker, tenantId)) ?? { tenantId, store: own };
  const { orderId, marketplaceId, delivery } = work.facts.order;
  const answer: ReviewOutcome = skipsCall(worker)
    ? { kind: "accepted" }
    : await worker.gateways.forStore(caller.tenantId, caller.store).requestReview(orderId, marketplaceId);
  const estimated = delivery?.estimated ?? true;
  return { outcome: outcomeOf(answer, { estimated, now: worker.clock.now() }), revoked: answer.kind === "revoked" };
}

function outcomeOf(answer: ReviewOutcome, { estimated, now }: { estimated: boolean; now: Instant }): Outcome {
  switch (answer.kind) {
    case "accepted":
      return { kind: "sent", providerId: null, settleAt: settlesAt("solicitation", now) };
    case "refused":
      return refusal(answer.reason, { estimated, now });
    case "lost":
      return { kind: "lost", readAt: now.add(FIRST_READ) };
    case "retry":
      return { kind: "again", at: answer.after };
    case "revoked":
      return { kind: "again", at: now.add(NEXT_TRY_WHEN_REVOKED) };
  }
}

function refusal(
  reason: Extract<ReviewOutcome, { kind: "refused" }>["reason"],
  { estimated, now }: { estimated: boolean; now: Instant },
): Outcome {
  switch (reason) {
    case "not_available":
      return { kind: "failed", rule: "already_requested_or_ineligible", final: true };
    case "outside_window":
      return estimated
        ? { kind: "again", at: now.add(NEXT_TRY_ON_ESTIMATE) }
        : { kind: "failed", rule: "window_over", final: true };
    case "other_403":
    case "invalid_request":
      return { kind: "failed", rule: "action_not_offered", final: false };
  }
}
