import { PURPOSE_MEANINGS } from "../../message/purpose.ts";
import type { GuidelineRule } from "../finding.ts";
import { CRITICAL_LIST, report } from "./report.ts";

/** CRIT-01 customisation, CRIT-02 delivery scheduling, CRIT-03 address; and what the Messaging API itself calls critical. */
export const criticalPurpose: GuidelineRule = {
  id: "CRIT-01",
  class: "critical",
  severity: "block",
  title: "Only a purpose that the order cannot do without passes a buyer's opt-out",
  source: CRITICAL_LIST,
  languages: "all",
  check({ critical, purpose }) {
    if (!critical) {
      return [];
    }
    if (purpose === null) {
      const message = "A critical message needs a declared purpose: customisation, delivery, address or a problem.";
      return [report(this, { message, severity: "info" })];
    }
    const message = "This purpose is not critical: the buyer's opt-out applies to it.";
    return PURPOSE_MEANINGS[purpose].critical ? [] : [report(this, { message })];
  },
};
