import { describe, expect, it } from "vitest";
import { aBuyer, anItem, anOrder, at } from "../testing.ts";
import { type ChoicesInput, criticalChoices } from "./critical-choices.ts";

const ALL = [
  "confirmCustomizationDetails",
  "confirmDeliveryDetails",
  "confirmOrderDetails",
  "unexpectedProblem",
  "legalDisclosure",
  "digitalAccessKey",
  "confirmServiceDetails",
  "invoice",
  "warranty",
];
const unshipped = anOrder({
  status: "UNSHIPPED",
  shippedAt: null,
  fulfilledBy: "merchant",
  items: [anItem({ customized: true })],
});

function kinds(changes: Partial<ChoicesInput>): Record<string, string> {
  const input = { order: unshipped, buyer: aBuyer(), actions: ALL, ...changes };
  return Object.fromEntries(
    criticalChoices(input).map((choice) => [
      choice.purpose,
      choice.kind === "closed" ? choice.reason.rule : choice.kind,
    ]),
  );
}

describe("what can be done about an order", () => {
  it("everything that Amazon offers before shipping; a return is a person's task", () => {
    const { return_question, ...rest } = kinds({});
    expect(return_question).toBe("task");
    expect(new Set(Object.values(rest))).toEqual(new Set(["message"]));
    expect(Object.keys(rest)).toHaveLength(9);
  });

  it("an address after shipping is a task, a customisation needs an item, a delivery the seller's own", () => {
    const shipped = kinds({ order: anOrder() });
    expect(shipped).toMatchObject({
      address_issue: "task",
      customization_question: "precondition_not_met",
      delivery_scheduling: "precondition_not_met",
      invoice: "message",
    });
    expect(kinds({ order: { ...unshipped, status: "PARTIALLY_SHIPPED" } })["address_issue"]).toBe("task");
  });

  it("what Amazon does not offer, or was not read, is closed", () => {
    expect(kinds({ actions: ["invoice"] })).toMatchObject({ invoice: "message", warranty: "action_not_offered" });
    expect(kinds({ actions: null })["address_issue"]).toBe("action_not_offered");
  });

  it("an opt-out closes what is not critical, and is noted where a critical message passes it", () => {
    const buyer = { optedOut: { at: at("2026-02-01T00:00:00Z"), noticeId: "n1" } };
    expect(kinds({ buyer })).toMatchObject({ address_issue: "message", warranty: "buyer_opted_out" });
    const address = criticalChoices({ order: unshipped, buyer, actions: ALL }).find(
      ({ purpose }) => purpose === "address_issue",
    );
    expect(address).toMatchObject({
      kind: "message",
      notes: [{ rule: "buyer_opted_out", result: "noted", facts: { noticeId: "n1" } }],
    });
  });

  it("a cancelled order, or one sold elsewhere, allows nothing", () => {
    expect(new Set(Object.values(kinds({ order: anOrder({ status: "CANCELLED" }) })))).toEqual(new Set(["cancelled"]));
    expect(new Set(Object.values(kinds({ order: anOrder({ channel: "other" }) })))).toEqual(
      new Set(["not_amazon_channel"]),
    );
  });
});
