import type { Lane, Purpose } from "../message/message.ts";
import { PURPOSE_MEANINGS } from "../message/purpose.ts";
import type { BuyerFacts, StoreFacts } from "../policy/facts.ts";

/**
 * Which lanes stay open towards a buyer who opted out of seller messages (DESIGN §6).
 *
 * | message                  | opted_out_buyers: never | ask_amazon   |
 * | proactive, e-mail        | no                      | no           |
 * | proactive, solicitation  | no                      | yes          |
 * | typed, critical          | yes                     | yes          |
 * | typed, not critical      | no                      | no           |
 */
export function openToOptedOut(purpose: Purpose, lane: Lane, setting: StoreFacts["optedOutBuyers"]): boolean {
  switch (lane) {
    case "email":
      return false;
    case "solicitation":
      return setting === "ask_amazon";
    case "typed":
      return PURPOSE_MEANINGS[purpose].critical;
  }
}

export type SuppressionReason = NonNullable<BuyerFacts["suppressed"]>["reason"];

/**
 * Reasons that close every proactive lane: the seller listed this buyer, or the buyer complained. After a bounce or a
 * block at the mail provider only e-mail is closed, as Amazon's own request takes another way.
 */
export function closesAllLanes(reason: SuppressionReason): boolean {
  return reason === "own_list" || reason === "complaint";
}
