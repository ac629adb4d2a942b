import type { GuidelineRule, RulePack } from "./finding.ts";
import { guidelineRules } from "./guidelines/first-set.ts";

/** "Within 30 days of order completion", Amazon's communication guidelines of 8 September 2020. */
const EMAIL_WINDOW_DAYS = 30;

/** A pack never changes once a ledger names it: a new rule or value makes a new pack. */
export function createRulePack(id: string, rules: readonly GuidelineRule[]): RulePack {
  return { id, guidelineRules: rules, emailWindowDays: EMAIL_WINDOW_DAYS };
}

export const rulePack_2026_11_23: RulePack = createRulePack("2026-11-23", guidelineRules);
