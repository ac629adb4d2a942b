import { Temporal } from "@heed/core/time";
import { describe, expect, it } from "vitest";
import { money } from "./money.ts";
import { nextStep } from "./next-step.ts";

const at = Temporal.Instant.from("2026-11-23T09:00:00Z");
const message = { id: "m", lane: "email", dueAt: at, sentAt: null, endRule: null } as const;

describe("what is next for an order", () => {
  it("says when a planned message goes", () => {
    expect(nextStep({ message: { ...message, state: "planned" }, verdictRule: null })).toEqual({
      words: "Goes",
      at: at.toString(),
    });
  });

  it("names the rule where there is no message, or none any more", () => {
    expect(nextStep({ message: null, verdictRule: "not_amazon_channel" }).words).toBe("Not Amazon channel");
    expect(
      nextStep({ message: { ...message, state: "refused", endRule: "window_over" }, verdictRule: null }).words,
    ).toBe("Window over");
  });
});

describe("money", () => {
  it.each([
    [1999, "EUR", "€19.99"],
    [500, "JPY", "JP¥500"],
  ])("%d %s", (minor, currency, words) => {
    expect(money(minor, currency)).toBe(words);
  });
});
