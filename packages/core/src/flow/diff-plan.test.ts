import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KnownMessage, MESSAGE_STATES, type PlannedMessage } from "../message/message.ts";
import { aMessage, at } from "../testing.ts";
import { Temporal } from "../time.ts";
import { diffPlan } from "./diff-plan.ts";

const now = at("2026-03-10T00:00:00Z");

function wanted(changes: Partial<PlannedMessage> = {}): PlannedMessage {
  const { slot, purpose, flowKey, flowVersion, stepKey, lane, dueAt } = aMessage();
  return { slot, purpose, flowKey, flowVersion, stepKey, lane, dueAt, ...changes };
}

describe("diffPlan", () => {
  it("nothing changed: nothing to write", () => {
    expect(diffPlan({ known: [aMessage()], wanted: [wanted()], now })).toEqual({
      insert: [],
      update: [],
      supersede: [],
    });
  });

  it("a new slot is inserted, beside rows that are over", () => {
    const diff = diffPlan({ known: [aMessage({ state: "refused" })], wanted: [wanted()], now });
    expect(diff).toEqual({ insert: [wanted()], update: [], supersede: [] });
  });

  it("a plan that is gone supersedes the row", () => {
    const row = aMessage();
    expect(diffPlan({ known: [row], wanted: [], now })).toEqual({ insert: [], update: [], supersede: [row] });
  });

  it.each<[string, Partial<PlannedMessage>]>([
    ["due date", { dueAt: at("2026-03-20T16:00:00Z") }],
    ["lane", { lane: "email" }],
    ["flow version", { flowVersion: 2 }],
    ["flow", { flowKey: "mugs" }],
  ])("a changed %s makes the next plan version", (_, changes) => {
    const row = aMessage({ planVersion: 3 });
    const message = wanted(changes);
    expect(diffPlan({ known: [row], wanted: [message], now }).update).toEqual([
      { before: row, message, planVersion: 4 },
    ]);
  });

  it("what a wait put off stays put off, unless a pause ended", () => {
    const plannedFor = at("2026-03-09T16:00:00Z");
    const row = aMessage({ dueAt: at("2026-03-12T16:00:00Z"), plannedFor });
    const message = wanted({ dueAt: plannedFor });
    expect(diffPlan({ known: [row], wanted: [message], now }).update).toEqual([]);
    expect(diffPlan({ known: [row], wanted: [message], now, pullForward: true }).update).toHaveLength(1);
  });

  it.each(["2026-03-01T16:00:00Z", "2026-03-11T16:00:00Z"])(
    "a window that moved the instant to %s moves the row, put off or not",
    (moved) => {
      for (const dueAt of ["2026-03-12T16:00:00Z", "2026-03-09T16:00:00Z"]) {
        const row = aMessage({ dueAt: at(dueAt), plannedFor: at("2026-03-09T16:00:00Z") });
        expect(diffPlan({ known: [row], wanted: [wanted({ dueAt: at(moved) })], now }).update).toHaveLength(1);
      }
    },
  );

  it("only planned rows change, and writing the diff leads to the plan", () => {
    const rows = fc.array(
      fc.record({
        state: fc.constantFrom(...MESSAGE_STATES),
        lane: fc.constantFrom("email" as const, "solicitation" as const),
        due: fc.integer({ min: 1, max: 9 }),
      }),
      { maxLength: 4 },
    );
    const plans = fc.option(
      fc.record({
        lane: fc.constantFrom("email" as const, "solicitation" as const),
        due: fc.integer({ min: 1, max: 9 }),
      }),
    );
    const dueOn = (day: number) => Temporal.Instant.from(`2026-04-0${day}T00:00:00Z`);
    fc.assert(
      fc.property(rows, plans, (given, plan) => {
        const known = onePlanned(given.map(({ state, lane, due }) => aMessage({ state, lane, dueAt: dueOn(due) })));
        const want = plan === null ? [] : [wanted({ lane: plan.lane, dueAt: dueOn(plan.due) })];
        const diff = diffPlan({ known, wanted: want, now });
        const kept = known.filter((row) => row.state === "planned" && !diff.supersede.includes(row));
        const after = [
          ...kept.map((row) => diff.update.find(({ before }) => before === row)?.message ?? row),
          ...diff.insert,
        ];
        expect(after.map(({ lane, dueAt }) => [lane, dueAt.toString()])).toEqual(
          want.map(({ lane, dueAt }) => [lane, dueAt.toString()]),
        );
        expect(
          [...diff.supersede, ...diff.update.map(({ before }) => before)].every(({ state }) => state === "planned"),
        ).toBe(true);
      }),
    );
  });
});

/** The database holds at most one planned row for a slot. */
function onePlanned(rows: readonly KnownMessage[]): readonly KnownMessage[] {
  const first = rows.findIndex(({ state }) => state === "planned");
  return rows.filter(({ state }, index) => state !== "planned" || index === first);
}
