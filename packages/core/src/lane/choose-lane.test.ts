import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BuyerFacts } from "../policy/facts.ts";
import { aBuyer, anEmailStore, anOrder, aStore, at } from "../testing.ts";
import { chooseLane, type LaneInput } from "./choose-lane.ts";

const NOW = at("2026-03-14T17:00:00Z").epochMilliseconds;

function given(changes: Partial<LaneInput> = {}): LaneInput {
  return {
    order: anOrder(),
    store: anEmailStore(),
    preference: "auto",
    aliasKnown: true,
    emailWindow: { opens: NOW - 1, closes: NOW + 1 },
    now: NOW,
    fresh: { buyer: aBuyer(), template: { wanted: "en", language: "en", findings: [] } },
    ...changes,
  };
}

describe("the lane of a review request", () => {
  it.each([
    ["a store that chose nothing", given({ store: aStore() }), "solicitation", []],
    ["a store that chose e-mail", given(), "email", []],
    ["while planning, buyer and text are not known yet", given({ fresh: null }), "email", []],
    ["while the ship date is not known yet", given({ emailWindow: null }), "email", []],
    ["a flow that insists on the solicitation", given({ preference: "solicitation" }), "solicitation", []],
    [
      "a flow that wants e-mail where the store did not choose it",
      given({ store: aStore(), preference: "email" }),
      "solicitation",
      ["lane_off", "sender_not_proven"],
    ],
    [
      "the end of the e-mail window",
      given({ emailWindow: { opens: NOW - 1, closes: NOW } }),
      "solicitation",
      ["window_over"],
    ],
    [
      "an e-mail window that never opens",
      given({ emailWindow: { opens: NOW + 2, closes: NOW + 1 } }),
      "solicitation",
      ["window_over"],
    ],
  ] as const)("%s", (...[, input, lane, rules]) => {
    const choice = chooseLane(input);
    expect(choice.lane).toBe(lane);
    expect(choice.reasons.map(({ rule }) => rule)).toEqual(rules);
  });

  it("e-mail has no reason against it; a fallback has at least one, and all are noted", () => {
    const obstacles = fc.subarray(Object.keys(OBSTACLES));
    fc.assert(
      fc.property(obstacles, (names) => {
        let input = given();
        for (const name of names) input = { ...input, ...OBSTACLES[name]?.(input) };
        const choice = chooseLane({ ...input, preference: "email" });
        expect(choice.lane).toBe(names.length === 0 ? "email" : "solicitation");
        expect(choice.reasons.map(({ rule }) => rule).toSorted()).toEqual(names.toSorted());
        expect(choice.reasons.every(({ result }) => result === "noted")).toBe(true);
      }),
    );
  });
});

const WHEN = at("2026-02-01T00:00:00Z");

/** What to change so that a rule stands against e-mail, by the name of the rule. */
const OBSTACLES: Readonly<Record<string, (input: LaneInput) => Partial<LaneInput>>> = {
  alias_unknown: () => ({ aliasKnown: false }),
  store_restricted: ({ store }) => ({ store: { ...store, restrictedUntil: "until_lifted" } }),
  window_over: () => ({ emailWindow: { opens: NOW - 2, closes: NOW - 1 } }),
  buyer_opted_out: (input) => fresh(input, { optedOut: { at: WHEN, noticeId: null } }),
  alias_suppressed: (input) => fresh(input, { suppressed: { at: WHEN, reason: "hard_bounce" } }),
  language_missing: ({ fresh: known }) => ({
    fresh: { buyer: known?.buyer ?? aBuyer(), template: { wanted: "sv", language: null, findings: [] } },
  }),
};

function fresh({ fresh: known }: LaneInput, changes: Partial<BuyerFacts>): Partial<LaneInput> {
  return { fresh: { buyer: { ...(known?.buyer ?? aBuyer()), ...changes }, template: known?.template ?? null } };
}
