import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayCredit, type UsageEntry, usageOnFailure } from "../billing/usage-entry.ts";
import { at } from "../testing.ts";
import { MESSAGE_STATES, type MessageState } from "./message.ts";
import { type SettleInput, settle, settlesAt } from "./settle.ts";

const sentAt = at("2026-03-10T10:00:00Z");

function given(changes: Partial<SettleInput>): SettleInput {
  return {
    state: "sent",
    lane: "email",
    sentAt,
    now: at("2026-03-13T10:00:00Z"),
    heldByNotice: false,
    entries: [],
    ...changes,
  };
}

const REACHED: UsageEntry = { kind: "reached", units: 1, reason: null };

describe("settling", () => {
  it.each([
    ["email", "2026-03-13T10:00:00Z"],
    ["typed", "2026-03-13T10:00:00Z"],
    ["solicitation", "2026-03-10T10:00:00Z"],
  ] as const)("%s settles at %s", (lane, instant) => {
    expect(settlesAt(lane, sentAt).toString()).toBe(instant);
  });

  it("a sent message is reached once the notice window is over", () => {
    expect(settle(given({ now: at("2026-03-13T09:59:59Z") }))).toBeNull();
    expect(settle(given({}))).toEqual({ state: "reached", entry: REACHED });
    expect(settle(given({ lane: "solicitation", now: sentAt }))).toEqual({ state: "reached", entry: REACHED });
  });

  it("an unknown notice holds it", () => {
    expect(settle(given({ heldByNotice: true }))).toBeNull();
  });

  it("a refusal that gave no credit is charged like a reached one, with the reason", () => {
    expect(settle(given({ state: "refused_by_buyer" }))).toEqual({
      state: null,
      entry: { ...REACHED, reason: "not_credited" },
    });
    expect(settle(given({ state: "refused_by_buyer", entries: ["refused"] }))).toBeNull();
  });

  it("nothing settles twice, nothing else settles", () => {
    fc.assert(
      fc.property(fc.constantFrom(...MESSAGE_STATES), fc.boolean(), (state, charged) => {
        const result = settle(given({ state, entries: charged ? ["reached"] : [] }));
        if (charged || (state !== "sent" && state !== "refused_by_buyer")) expect(result).toBeNull();
      }),
    );
  });
});

describe("usage after a failure", () => {
  it.each<[MessageState, boolean, boolean, UsageEntry["kind"] | null]>([
    ["refused_by_buyer", false, true, "refused"],
    ["refused_by_buyer", false, false, null],
    ["refused_by_buyer", true, true, "credit"],
    ["refused_by_buyer", true, false, null],
    ["bounced", false, true, null],
    ["bounced", true, true, "credit"],
    ["failed", true, true, "credit"],
    ["failed", false, true, null],
    ["suppressed", false, true, null],
    ["unknown", true, true, null],
  ])("%s, charged %s, creditable %s: %s", (...[state, billed, creditable, kind]) => {
    expect(usageOnFailure(state, billed, creditable)?.kind ?? null).toBe(kind);
  });

  it.each([
    [{ verification: "verified", uploaded: false, taughtPattern: false }, true],
    [{ verification: "forwarded", uploaded: false, taughtPattern: false }, true],
    [{ verification: "unverified", uploaded: false, taughtPattern: false }, false],
    [{ verification: "forged", uploaded: false, taughtPattern: false }, false],
    [{ verification: "verified", uploaded: true, taughtPattern: false }, false],
    [{ verification: "verified", uploaded: false, taughtPattern: true }, false],
  ] as const)("%j may credit: %s", (source, may) => {
    expect(mayCredit(source)).toBe(may);
  });
});

type Step = "settle" | "refuse" | "refuse without credit" | "bounce";

interface Life {
  readonly state: MessageState;
  readonly entries: readonly UsageEntry[];
}

function live({ state, entries }: Life, step: Step): Life {
  if (step === "settle") {
    const settlement = settle(given({ state, entries: entries.map(({ kind }) => kind) }));
    return settlement === null
      ? { state, entries }
      : { state: settlement.state ?? state, entries: [...entries, settlement.entry] };
  }
  if (state !== "sent" && state !== "reached") return { state, entries };
  const failed = step === "bounce" ? "bounced" : "refused_by_buyer";
  const charged = entries.some(({ kind }) => kind === "reached");
  const entry = usageOnFailure(failed, charged, step !== "refuse without credit");
  return { state: failed, entries: entry === null ? entries : [...entries, entry] };
}

it("in any order of events a message costs one unit or none, with each kind of entry once", () => {
  const steps = fc.array(fc.constantFrom<Step>("settle", "refuse", "refuse without credit", "bounce"), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(steps, (events) => {
      const { entries } = events.reduce(live, { state: "sent", entries: [] });
      const units = entries.reduce((sum, entry) => sum + entry.units, 0);
      expect([0, 1]).toContain(units);
      expect(new Set(entries.map(({ kind }) => kind)).size).toBe(entries.length);
    }),
  );
});
