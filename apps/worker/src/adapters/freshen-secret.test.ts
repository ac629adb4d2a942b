import { expect, it } from "vitest";
import { isDue } from "./freshen-secret.ts";

const received = new Date("2026-01-01T12:00:00Z");
const after = (days: number) => new Date(received.getTime() + days * 24 * 3_600_000 + 3_600_000);

it.each([
  [0, false],
  [149, false],
  [150, true],
  [151, false],
  [164, true],
  [178, true],
])("on day %i of a client secret a new one is asked for: %s", (days, due) => {
  expect(isDue(received, after(days))).toBe(due);
});
