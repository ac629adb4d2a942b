import { ruleLabel } from "@heed/core/policy/explain-reason";
import type { Outputs } from "../../server/routers/app.ts";

type OrderRow = Outputs["order"]["list"]["orders"][number];

export interface NextStep {
  readonly words: string;
  /** When, as an ISO instant, where the words end in a time. */
  readonly at: string | null;
}

/** What happens next to the order's message, or why nothing does. */
export function nextStep({ message, verdictRule }: Pick<OrderRow, "message" | "verdictRule">): NextStep {
  if (message === null) return { words: verdictRule === null ? "–" : ruleLabel(verdictRule), at: null };
  const { state, dueAt, sentAt, endRule } = message;
  switch (state) {
    case "planned":
      return { words: "Goes", at: dueAt.toString() };
    case "awaiting_approval":
      return { words: "Waits for approval", at: null };
    case "sending":
      return { words: "Going out now", at: null };
    case "sent":
    case "reached":
      return { words: "Sent", at: sentAt?.toString() ?? null };
    case "unknown":
      return { words: "Amazon's answer was lost", at: null };
    default:
      return { words: endRule === null ? "–" : ruleLabel(endRule), at: null };
  }
}
