import { CRITICAL_STARTERS } from "./critical-questions.ts";
import { FULL_REVIEW_REQUEST } from "./full-review-request.ts";
import { ORDER_STARTERS } from "./order-questions.ts";
import { REVIEW_STARTERS } from "./review-requests.ts";
import type { Starter } from "./starter.ts";

/** Every text that a person may begin with; each passes the rules in every language that they cover (test). */
export const STARTERS: readonly Starter[] = [
  FULL_REVIEW_REQUEST,
  ...REVIEW_STARTERS,
  ...CRITICAL_STARTERS,
  ...ORDER_STARTERS,
];
