import { CRITICAL_STARTERS } from "./critical-questions.ts";
import { REVIEW_STARTERS } from "./review-requests.ts";
import type { Starter } from "./starter.ts";

/** Every text that a person may begin with; each passes the rules (test). */
export const STARTERS: readonly Starter[] = [...REVIEW_STARTERS, ...CRITICAL_STARTERS];
