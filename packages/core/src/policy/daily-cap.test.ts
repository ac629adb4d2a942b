import { expect, it } from "vitest";
import { dailyCap, isNearlyFull } from "./daily-cap.ts";

it.each([
  [{ own: null, base: 400, ordersLastWeek: 0 }, 400],
  [{ own: null, base: 400, ordersLastWeek: 70 }, 440],
  [{ own: null, base: 400, ordersLastWeek: 71 }, 440],
  [{ own: 25, base: 400, ordersLastWeek: 7000 }, 25],
  [{ own: 0, base: 400, ordersLastWeek: 7 }, 0],
])("%o caps at %i a day", (settings, cap) => expect(dailyCap(settings)).toBe(cap));

it.each([
  [79, false],
  [80, true],
  [100, true],
])("%i of 100 is nearly full: %s", (sent, nearly) => expect(isNearlyFull({ sent, cap: 100 })).toBe(nearly));
