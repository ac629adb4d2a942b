import { expect, it } from "vitest";
import { PURPOSES, type Purpose } from "./message.ts";
import { PURPOSE_MEANINGS, slotOf } from "./purpose.ts";

it.each<[Purpose, string | null, boolean]>([
  ["review_request", "proactive", false],
  ["customization_question", "typed:confirmCustomizationDetails", true],
  ["delivery_scheduling", "typed:confirmDeliveryDetails", true],
  ["address_issue", "typed:confirmOrderDetails", true],
  ["order_problem", "typed:unexpectedProblem", true],
  ["legal_disclosure", "typed:legalDisclosure", true],
  ["digital_access_key", "typed:digitalAccessKey", false],
  ["service_appointment", "typed:confirmServiceDetails", false],
  ["invoice", "typed:invoice", false],
  ["warranty", "typed:warranty", false],
  ["return_question", null, false],
])("%s takes %s, critical: %s", (purpose, slot, critical) => {
  expect(slotOf(purpose)).toBe(slot);
  expect(PURPOSE_MEANINGS[purpose].critical).toBe(critical);
});

it("every free-form e-mail takes the one proactive slot", () => {
  for (const purpose of PURPOSES) {
    if (PURPOSE_MEANINGS[purpose].lanes.includes("email")) expect(slotOf(purpose)).toBe("proactive");
  }
});
