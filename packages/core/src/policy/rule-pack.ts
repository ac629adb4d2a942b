import type { GuidelineRule, RulePack } from "./finding.ts";

/** "Within 30 days of order completion", Amazon's communication guidelines of 8 September 2020. */
const EMAIL_WINDOW_DAYS = 30;

export function createRulePack(id: string, guidelineRules: readonly GuidelineRule[]): RulePack {
  return { id, guidelineRules, emailWindowDays: EMAIL_WINDOW_DAYS };
}

export const rulePack_2026_11_23: RulePack = createRulePack("2026-11-23", []);
