import type { ApiProblem } from "./api-error.ts";
import type { CallResult } from "./call.ts";
import type { RefusalReason, ReviewOutcome } from "./gateway-types.ts";

/** What Amazon's answer to a review request means for the message. */
export function reviewOutcome(result: CallResult): ReviewOutcome {
  switch (result.kind) {
    case "done":
      return { kind: "accepted" };
    case "refused":
      return { kind: "refused", reason: refusalReason(result.status, result.problem), message: result.problem.message };
    case "lost":
      return { kind: "lost", cause: result.cause };
    case "later":
      return { kind: "retry", after: result.after };
    case "revoked":
      return { kind: "revoked" };
  }
}

/**
 * Amazon's texts as developers quote them: "The requested solicitation is not available for this amazonOrderId."
 * (selling-partner-api-models#19) and "You can't use this feature to request a review outside the 5-30 day range
 * after the order delivery date." (selling-partner-api-docs#121).
 */
function refusalReason(status: number, { message, details }: ApiProblem): RefusalReason {
  if (status !== 403) return "invalid_request";
  const text = `${message} ${details}`;
  if (/outside the 5\s*[-\u2013]\s*30 day/i.test(text)) return "outside_window";
  if (/not available for this amazonOrderId/i.test(text)) return "not_available";
  return "other_403";
}
