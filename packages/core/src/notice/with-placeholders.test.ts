import { describe, expect, it } from "vitest";
import { withPlaceholders } from "./with-placeholders.ts";

describe("withPlaceholders", () => {
  it.each([
    ["for order 002-1234567-1234567 because", "for order {order} because"],
    ["commande 403‑4565603‑0457311.", "commande {order}."],
    ["write to a1b2c3@marketplace.amazon.de or <x+tag@mail.example>", "write to {address} or <{address}>"],
    ["see https://sellercentral.amazon.com/orders-v3/order/1?ref=2.", "see {link}"],
    ["call +49 30 123456 on 12.11.2026, 09:30", "call +{number} {number} {number} on {number}, {number}"],
    ["注文 ５０３に関する", "注文 {number}に関する"],
    ["no numbers here", "no numbers here"],
  ])("%s", (text, expected) => {
    expect(withPlaceholders(text)).toBe(expected);
  });

  it("keeps no more than the beginning of a very long mail", () => {
    expect(withPlaceholders("word ".repeat(10_000)).length).toBeLessThanOrEqual(8_000);
  });
});
