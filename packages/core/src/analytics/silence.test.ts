import { describe, expect, it } from "vitest";
import { judgeSilence } from "./silence.ts";

const NONE = { sent: 0, refused: 0 };

describe("silence at a notice address", () => {
  it("is alarming only where so few notices are improbable", () => {
    expect(judgeSilence({ sent: 100, refused: 0, before: NONE }).alarm).toBe(false);
    expect(judgeSilence({ sent: 2_000, refused: 0, before: NONE }).alarm).toBe(true);
    expect(judgeSilence({ sent: 2_000, refused: 8, before: NONE }).alarm).toBe(false);
    expect(judgeSilence({ sent: 0, refused: 0, before: NONE }).alarm).toBe(false);
  });

  it("goes by what was usual for the store", () => {
    const before = { sent: 5_000, refused: 250 };
    expect(judgeSilence({ sent: 300, refused: 0, before })).toMatchObject({ alarm: true });
    expect(judgeSilence({ sent: 300, refused: 0, before: { sent: 5_000, refused: 0 } }).alarm).toBe(false);
  });

  it("gives the binomial's own numbers", () => {
    // P(X = 0), n = 10, p = 1/2 of the reference.
    expect(judgeSilence({ sent: 10, refused: 0, before: NONE }).probability).toBeCloseTo(0.9935 ** 10, 12);
    // n = 3, k = 1: q³ + 3pq².
    const p = 0.0065;
    expect(judgeSilence({ sent: 3, refused: 1, before: NONE }).probability).toBeCloseTo(
      (1 - p) ** 3 + 3 * p * (1 - p) ** 2,
      12,
    );
  });
});
