import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toMinorUnits } from "./money.ts";

describe("an amount in minor units", () => {
  test.each([
    ["19.90", "EUR", 1990],
    ["19.9", "USD", 1990],
    ["5980", "JPY", 5980],
    ["5980.00", "JPY", 5980],
    ["1.234", "KWD", 1234],
    ["0.005", "EUR", 1],
    ["0.004", "EUR", 0],
    ["-3.5", "EUR", -350],
    ["-0.00", "EUR", 0],
    [" 7 ", "PLN", 700],
  ])("of %s %s is %i", (amount, currency, minor) => {
    expect(toMinorUnits(amount, currency)).toBe(minor);
  });

  test.each(["", "free", "1e3", "1,00", ".5", "NaN", "9999999999999999999"])("of %j is not known", (amount) => {
    expect(toMinorUnits(amount, "EUR")).toBeNull();
  });

  test.each(["", "eur", "E", "EURO"])("in the currency %j is not known", (currency) => {
    expect(toMinorUnits("1.00", currency)).toBeNull();
  });

  test("comes back from its own text", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        const text = `${minor < 0 ? "-" : ""}${Math.trunc(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, "0")}`;
        expect(toMinorUnits(text, "EUR")).toBe(minor);
      }),
    );
  });
});
