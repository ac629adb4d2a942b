import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOTICE_KINDS, type NoticeKind } from "../notice/notice.ts";
import { type Evidence, effectOf, MAIL_EVENTS, type MailEvent } from "./evidence.ts";
import { MESSAGE_STATES, type MessageState } from "./message.ts";
import { canMove } from "./state.ts";

function notice(kind: NoticeKind): Evidence {
  return { from: "notice", kind, verification: "verified" };
}

describe("a notice about a sent message", () => {
  it.each<[NoticeKind, MessageState | null, boolean, string | null]>([
    ["opted_out", "refused_by_buyer", false, "opt_out"],
    ["restricted", "failed", false, null],
    ["sender_not_approved", "failed", false, null],
    ["guideline_block", "failed", true, null],
    ["attachment_rejected", "failed", true, null],
    ["hard_bounce", "bounced", false, "hard_bounce"],
    ["soft_bounce", null, false, null],
    ["complaint", null, false, "complaint"],
    ["other", null, false, null],
    ["unknown", null, false, null],
  ])("%s → %s", (...[kind, state, final, suppress]) => {
    expect(effectOf(notice(kind), "sent")).toMatchObject({ state, final, suppress });
  });

  it("a restriction pauses the e-mail lane, an unknown notice holds settling", () => {
    expect(effectOf(notice("restricted"), "sent").pauseEmailLane).toBe(true);
    expect(effectOf(notice("unknown"), "sent").holdSettling).toBe(true);
    expect(effectOf(notice("other"), "sent")).toMatchObject({ pauseEmailLane: false, holdSettling: false });
  });

  it("a late refusal still counts, and so does one that overtakes the outcome of sending", () => {
    for (const state of ["reached", "sending", "unknown"] as const) {
      expect(effectOf(notice("opted_out"), state).state).toBe("refused_by_buyer");
    }
  });

  it("a second refusal changes no state but suppresses again", () => {
    expect(effectOf(notice("opted_out"), "refused_by_buyer")).toMatchObject({ state: null, suppress: "opt_out" });
  });
});

describe("an event of the mail provider about a sent message", () => {
  it.each<[MailEvent, MessageState, MessageState | null, boolean]>([
    ["delivered", "sent", null, false],
    ["delivered", "unknown", "sent", false],
    ["sent", "sending", "sent", false],
    ["delivery_delayed", "sent", null, false],
    ["bounced_hard", "sent", "bounced", false],
    ["bounced_soft", "sent", null, false],
    ["complained", "sent", null, false],
    ["failed", "sent", "failed", true],
    ["suppressed", "sent", "suppressed", false],
    ["suppressed", "reached", null, false],
  ])("%s on %s → %s", (...[event, current, state, final]) => {
    expect(effectOf({ from: "mail", event }, current)).toMatchObject({ state, final });
  });
});

/** Written out beside DESIGN §6, not computed: for each state what each event makes of it; every other pair stays. */
const MOVES: Readonly<Record<MailEvent, Partial<Record<MessageState, MessageState>>>> = {
  sent: { sending: "sent", unknown: "sent" },
  delivered: { sending: "sent", unknown: "sent" },
  delivery_delayed: {},
  bounced_hard: { sending: "bounced", sent: "bounced", reached: "bounced", unknown: "bounced" },
  bounced_soft: {},
  complained: {},
  failed: { sending: "failed", sent: "failed", reached: "failed", unknown: "failed" },
  suppressed: { sending: "suppressed", sent: "suppressed" },
};
const REMEMBERED: Partial<Record<MailEvent, string>> = {
  bounced_hard: "hard_bounce",
  complained: "complaint",
  suppressed: "provider",
};

describe("each event of the mail provider on each state", () => {
  const pairs = MAIL_EVENTS.flatMap((event) => MESSAGE_STATES.map((current) => [event, current] as const));
  it.each(pairs)("%s on %s", (...[event, current]) => {
    const effect = effectOf({ from: "mail", event }, current);
    const state = MOVES[event][current] ?? null;
    expect(effect).toEqual({
      ...{ state, final: event === "failed" && state !== null, suppress: REMEMBERED[event] ?? null },
      ...{ pauseEmailLane: false, holdSettling: false },
    });
  });
});

const evidence = fc.oneof(
  fc.record({
    from: fc.constant("notice" as const),
    kind: fc.constantFrom(...NOTICE_KINDS),
    verification: fc.constantFrom("verified", "forwarded", "unverified", "forged" as const),
  }),
  fc.record({ from: fc.constant("mail" as const), event: fc.constantFrom(...MAIL_EVENTS) }),
);

it("evidence never moves a message against the state table, and a forged mail does nothing at all", () => {
  fc.assert(
    fc.property(evidence, fc.constantFrom(...MESSAGE_STATES), (given, current) => {
      const effect = effectOf(given, current);
      if (effect.state !== null) expect(canMove(current, effect.state)).toBe(true);
      if (effect.final) expect(effect.state).toBe("failed");
      if (given.from === "notice" && given.verification === "forged") {
        expect(effect).toEqual({
          state: null,
          final: false,
          suppress: null,
          pauseEmailLane: false,
          holdSettling: false,
        });
      }
    }),
  );
});

it("the same evidence twice has the same outcome as once", () => {
  fc.assert(
    fc.property(evidence, fc.constantFrom(...MESSAGE_STATES), (given, current) => {
      const once = effectOf(given, current).state ?? current;
      const twice = effectOf(given, once).state ?? once;
      expect(twice).toBe(once);
    }),
  );
});
