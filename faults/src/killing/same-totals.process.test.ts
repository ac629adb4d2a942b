import { beforeAll, describe, expect, test } from "vitest";
import { planKills } from "./kill-plan.ts";
import { type KilledRun, runKilled } from "./run-killed.ts";

const WORLD = { orders: 300, days: 7, seed: 11, say: () => undefined };
/** Three at each of the seven points, so that fifteen fall between intent and outcome. */
const KILLS = planKills(21, 4);
const LIMIT = 600_000;

let undisturbed: KilledRun;
let killed: KilledRun;

beforeAll(async () => {
  undisturbed = await runKilled({ ...WORLD, kills: [] });
  killed = await runKilled({ ...WORLD, kills: KILLS });
}, 2 * LIMIT);

const CLEAN = { lost: 0, double: 0, leak: 0, early: 0, late: 0, ledgerMissing: 0, examples: [] };

describe("a worker that is killed in the middle and started again", () => {
  test("is killed often enough, and between intent and outcome", () => {
    expect(killed.killed).toBeGreaterThanOrEqual(20);
    expect(killed.killedInBetween).toBeGreaterThanOrEqual(5);
  });

  test("asks for every order once, and loses none", () => {
    expect(undisturbed.verdict).toEqual(CLEAN);
    expect(killed.verdict).toEqual(CLEAN);
  });

  test("ends with the same e-mails", () => {
    expect(killed.accepted.email).toBe(undisturbed.accepted.email);
    expect(killed.figures.sent.email).toBe(undisturbed.figures.sent.email);
  });

  test("ends with the same requests once what is unknown is added", () => {
    const total = ({ figures }: KilledRun) => figures.sent.solicitation + figures.unknown;
    expect(undisturbed.figures.unknown).toBe(0);
    expect(total(killed)).toBe(total(undisturbed));
  });

  test("leaves no more outcomes unknown than calls were cut off", () => {
    expect(killed.figures.unknown).toBeLessThanOrEqual(killed.killedInBetween);
  });
});
