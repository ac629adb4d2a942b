import type { Purpose } from "../../message/message.ts";
import type { GuidelineRule } from "../finding.ts";
import { ANNOUNCEMENT, report } from "./report.ts";

/** Which permitted purpose each of ours is. */
export const PERMITTED_AS: Readonly<Record<Purpose, string>> = {
  order_problem: "PERMIT-01",
  address_issue: "PERMIT-02",
  legal_disclosure: "PERMIT-09",
  return_question: "PERMIT-03",
  invoice: "PERMIT-04",
  review_request: "PERMIT-05",
  delivery_scheduling: "PERMIT-06",
  service_appointment: "PERMIT-07",
  customization_question: "PERMIT-08",
  digital_access_key: "PERMIT-09",
  warranty: "PERMIT-09",
};

/** Purposes stand on the template; the order's facts are compared where lanes are chosen. Here: whether one is declared. */
export const declaredPurpose: GuidelineRule = {
  id: "PERMIT-09",
  class: "permitted-purpose",
  severity: "info",
  title: "The message declares one of the permitted purposes",
  source: ANNOUNCEMENT,
  languages: "all",
  check({ purpose }) {
    const message = "No purpose is declared; a proactive message needs one of those that Amazon permits.";
    return purpose === null ? [report(this, { message })] : [];
  },
};
