import type { TypedOutcome } from "@heed/amazon/gateway-types";
import { AppError } from "@heed/core/errors";
import { settlesAt } from "@heed/core/message/settle";
import type { Instant } from "@heed/core/time";
import type { Outcome } from "@heed/db/commands/record-outcome";
import { loadStoreWork } from "@heed/db/queries/store-work";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { LaneAnswer, LaneCall } from "../send/call-lane.ts";
import { plantedStore, skipsCall } from "../send/planted-bugs.ts";
import type { Worker } from "../worker.ts";

const NEXT_TRY_WHEN_REVOKED = { hours: 1 };

/**
 * A typed message by Amazon's Messaging API. Amazon offers no key that would make a repeat safe, so that whatever may have
 * been taken is never repeated (DESIGN §6):
 *
 * | Amazon                                 | becomes                                   |
 * |----------------------------------------|-------------------------------------------|
 * | 201                                    | sent                                      |
 * | 403 template combination, 404          | failed: action_not_offered                |
 * | 403 otherwise                          | failed: action_not_offered                |
 * | 400, 413, 415                          | failed, final: provider_rejected          |
 * | 429, connection refused                | planned again, its text and files kept    |
 * | lost answer                            | unknown: shown, never repeated by us      |
 */
export async function typedLane(worker: Worker, call: LaneCall): Promise<LaneAnswer> {
  const { tenantId, work, typed } = call;
  if (typed === null) {
    throw new AppError("INTERNAL", "A claimed typed message lacks its content.", {
      details: { messageId: work.message.id },
    });
  }
  const own = await withTenant(worker.db, systemAccess(tenantId), (tx) =>
    loadStoreWork(tx, { storeId: work.message.storeId, ring: worker.ring }),
  );
  const caller = (await plantedStore(worker, tenantId)) ?? { tenantId, store: own };
  const answer: TypedOutcome = skipsCall(worker)
    ? { kind: "accepted" }
    : await worker.gateways.forStore(caller.tenantId, caller.store).sendTypedMessage(requestOf(call, typed));
  return { outcome: outcomeOf(answer, worker.clock.now()), revoked: answer.kind === "revoked" };
}

function requestOf({ work }: LaneCall, { operation, content, attachments }: NonNullable<LaneCall["typed"]>) {
  const { orderId, marketplaceId } = work.facts.order;
  const { text, coverageFrom, coverageTo } = content;
  return {
    ...{ orderId, marketplaceId, text, attachments },
    operation: operation.name,
    coverage: operation.coverage ? { from: startOf(coverageFrom), to: startOf(coverageTo) } : null,
  };
}

/** The model wants an instant for the days of a warranty. */
function startOf(day: string | null): string | null {
  return day === null ? null : `${day}T00:00:00Z`;
}

function outcomeOf(answer: TypedOutcome, now: Instant): Outcome {
  switch (answer.kind) {
    case "accepted":
      return { kind: "sent", providerId: null, settleAt: settlesAt("typed", now) };
    case "refused":
      return answer.reason === "invalid_request"
        ? { kind: "failed", rule: "provider_rejected", final: true }
        : { kind: "failed", rule: "action_not_offered", final: false };
    case "lost":
      return { kind: "unknown" };
    case "retry":
      return { kind: "again", at: answer.after };
    case "revoked":
      return { kind: "again", at: now.add(NEXT_TRY_WHEN_REVOKED) };
  }
}
