import { afterAll, beforeAll, expect, it } from "vitest";
import { TEST_NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { observeProviderRate, takeProviderTurn } from "./provider-turn.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

it("turns stand evenly apart, whoever takes them, and none is far away", async () => {
  const take = () => takeProviderTurn(test.system, { provider: "resend", rate: 2, patienceSeconds: 2, now: TEST_NOW });
  const turns = await Promise.all(Array.from({ length: 8 }, take));
  const taken = turns.filter((turn) => turn.taken).map(({ at }) => at.since(TEST_NOW).total("seconds"));
  expect(taken.toSorted((a, b) => a - b)).toEqual([0, 0.5, 1, 1.5, 2]);
  for (const { at } of turns.filter((turn) => !turn.taken)) expect(at.since(TEST_NOW).total("seconds")).toBe(2.5);

  await observeProviderRate(test.system, { provider: "resend", rate: 10 });
  const later = TEST_NOW.add({ seconds: 10 });
  const more = [1, 2].map(() =>
    takeProviderTurn(test.system, { provider: "resend", rate: 2, patienceSeconds: 2, now: later }),
  );
  const at = (await Promise.all(more)).map((turn) => turn.at.since(later).total("seconds"));
  expect(at.toSorted((a, b) => a - b)).toEqual([0, 0.1]);
});
