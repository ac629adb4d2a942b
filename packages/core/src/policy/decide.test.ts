import { describe, expect, it } from "vitest";
import { REVIEW_REQUEST_FLOW } from "../flow/built-in.ts";
import type { KnownMessage } from "../message/message.ts";
import type { Order } from "../order/order.ts";
import { aBuyer, aMessage, anEmailStore, anItem, anOrder, aStore, at, DE, sendFacts, US } from "../testing.ts";
import { type DecideInput, decide } from "./decide.ts";
import type { Reason, Verdict } from "./decision.ts";
import type { SendFacts, StoreFacts } from "./facts.ts";
import { rulePack_2026_11_23 } from "./rule-pack.ts";

/** Saturday, 14 March 2026, 10:00 in Los Angeles: due, inside window and send hours. */
const NOW = at("2026-03-14T17:00:00Z");
/** Amazon's window for `anOrder`. */
const CLOSES = at("2026-04-06T00:59:59Z");

function verdict(facts: Partial<SendFacts> = {}, rest: Partial<DecideInput> = {}): Verdict {
  return decide({ message: aMessage(), facts: sendFacts(facts), rulePack: rulePack_2026_11_23, now: NOW, ...rest });
}

/** A message planned for e-mail by a store that chose it; everything that it needs is there. */
function byEmail(facts: Partial<SendFacts> = {}, rest: Partial<DecideInput> = {}): Verdict {
  const message = aMessage({ lane: "email" });
  return verdict({ store: anEmailStore(), ...facts }, { message, ...rest });
}

function refused(rule: string, final = false) {
  return expect.objectContaining({ kind: "refuse", rule, final });
}

function notedRules({ reasons }: Verdict): readonly string[] {
  return reasons.filter(({ result }) => result === "noted").map(({ rule }) => rule);
}

describe("a review request that is due", () => {
  it("goes by solicitation, and the ledger learns the window", () => {
    expect(verdict()).toEqual({
      kind: "send",
      lane: "solicitation",
      reasons: [
        {
          rule: "window_over",
          result: "passed",
          facts: { opens: "2026-03-09T08:00:00Z", closes: "2026-04-06T00:59:59Z", estimated: false },
        },
      ],
    });
  });

  it("goes by e-mail where the store chose it and everything is there", () => {
    expect(byEmail()).toMatchObject({ kind: "send", lane: "email" });
  });

  it("a solicitation needs neither alias nor template nor a look at Amazon's actions", () => {
    const facts = { buyer: aBuyer({ aliasKnown: false }), template: null, solicitationOffered: false };
    expect(verdict(facts)).toMatchObject({ kind: "send", lane: "solicitation" });
  });
});

describe("refusals in every lane", () => {
  const order = (changes: Partial<Order>) => ({ order: anOrder(changes) });
  const store = (changes: Partial<StoreFacts>) => ({ store: aStore(changes) });
  const others = (changes: Partial<KnownMessage>) => ({ others: [aMessage(changes)] });
  const complained = aBuyer({ suppressed: { at: at("2026-02-01T00:00:00Z"), reason: "complaint" } });
  const listed = aBuyer({ suppressed: { at: at("2026-02-01T00:00:00Z"), reason: "own_list" } });
  const mugsOnly = { ...REVIEW_REQUEST_FLOW, condition: { field: "sku", op: "is", value: "CUP" } } as const;
  it.each<[string, Partial<SendFacts>, string, boolean]>([
    ["cancelled since", order({ status: "CANCELLED" }), "cancelled", true],
    ["a replacement", order({ replacement: true }), "replacement", true],
    ["not sold on Amazon", order({ channel: "other" }), "not_amazon_channel", false],
    ["unknown marketplace", order({ marketplaceId: "A000" }), "not_amazon_channel", false],
    ["before the cut-over", store({ cutOverAt: at("2026-03-05T00:00:00Z") }), "before_cut_over", false],
    ["another message took the slot", others({ state: "sent" }), "slot_taken", false],
    ["another message is planned for it", others({ state: "planned" }), "slot_taken", false],
    ["a refused e-mail on the same order", others({ state: "refused_by_buyer", lane: "email" }), "slot_taken", false],
    ["a final refusal on the same order", others({ state: "refused", final: true }), "slot_taken", false],
    ["item stopped by SKU", store({ stoppedSkus: ["MUG-BLUE"] }), "stopped_item", false],
    ["item stopped by ASIN", store({ stoppedAsins: ["B000000001"] }), "stopped_item", false],
    ["flow's condition no longer met", { flow: mugsOnly }, "condition_not_met", false],
    ["a complaint", { buyer: complained }, "alias_suppressed", false],
    ["the seller's own list", { buyer: listed }, "alias_suppressed", false],
    ["approval missing", { approval: "missing" }, "approval_missing", false],
    ["a dry run", store({ dryRun: true }), "dry_run", false],
  ])("%s", (...[, facts, rule, final]) => {
    expect(verdict(facts)).toEqual(refused(rule, final));
    expect(
      byEmail({ ...facts, store: { ...anEmailStore(), ...facts.store, emailLane: anEmailStore().emailLane } }),
    ).toEqual(refused(rule, final));
  });

  it("names all of them, and the final one first", () => {
    const result = verdict({ approval: "missing", order: anOrder({ status: "CANCELLED", items: [anItem()] }) });
    expect(result).toEqual(refused("cancelled", true));
    expect(result.reasons.map(({ rule }) => rule)).toEqual(["cancelled", "approval_missing"]);
  });

  it("waits where the plan has nothing left, and is not refused", () => {
    const notEntitled = { why: "used_up", used: 50, limit: 50, opensAt: null } as const;
    expect(verdict({ entitled: false, notEntitled })).toMatchObject({ kind: "wait", rule: "entitlement" });
    expect(byEmail({ entitled: false, notEntitled })).toMatchObject({ kind: "wait", rule: "entitlement" });
  });

  it("other messages that are over, or in another slot, do not matter", () => {
    const over = [aMessage({ state: "refused" }), aMessage({ state: "superseded" })];
    expect(verdict({ others: [...over, aMessage({ slot: "typed:warranty", state: "sent" })] }).kind).toBe("send");
  });

  it("a dry run tells the lane that it would have taken", () => {
    const [first] = byEmail({ store: anEmailStore({ dryRun: true }) }).reasons;
    expect(first).toEqual({ rule: "dry_run", result: "refused", facts: { lane: "email" } });
  });
});

describe("e-mail that is not possible falls back to the solicitation", () => {
  const suppressed = (reason: "hard_bounce" | "provider") =>
    aBuyer({ suppressed: { at: at("2026-02-01T00:00:00Z"), reason } });
  const blocked = {
    wanted: "en",
    language: "en",
    findings: [finding("PROH-04"), finding("PROH-04"), finding("STYLE-01")],
  };
  it.each<[string, Partial<SendFacts>, string]>([
    ["lane off", { store: aStore({ emailLane: { [US]: { on: false, sender: "proven" } } }) }, "lane_off"],
    [
      "sender not proven",
      { store: aStore({ emailLane: { [US]: { on: true, sender: "receiving" } } }) },
      "sender_not_proven",
    ],
    ["restricted", { store: anEmailStore({ restrictedUntil: "until_lifted" }) }, "store_restricted"],
    [
      "restricted until later",
      { store: anEmailStore({ restrictedUntil: at("2026-03-20T00:00:00Z") }) },
      "store_restricted",
    ],
    ["alias unknown", { buyer: aBuyer({ aliasKnown: false }) }, "alias_unknown"],
    ["known from the first report only", { order: anOrder({ source: "orders_report" }) }, "alias_unknown"],
    ["hard bounce", { buyer: suppressed("hard_bounce") }, "alias_suppressed"],
    ["blocked by the provider", { buyer: suppressed("provider") }, "alias_suppressed"],
    [
      "no text in the buyer's language",
      { template: { wanted: "sv", language: null, findings: [] } },
      "language_missing",
    ],
    ["no text at all", { template: null }, "language_missing"],
    ["text breaks a guideline", { template: blocked }, "template_blocked"],
    ["30 days after shipping are over", { order: anOrder({ shippedAt: at("2026-02-10T18:00:00Z") }) }, "window_over"],
  ])("%s", (...[, facts, rule]) => {
    const result = byEmail(facts);
    expect(result).toMatchObject({ kind: "send", lane: "solicitation" });
    expect(notedRules(result)).toEqual([rule]);
  });

  it("a restriction that has ended is none", () => {
    expect(byEmail({ store: anEmailStore({ restrictedUntil: NOW }) })).toMatchObject({ kind: "send", lane: "email" });
  });

  it("warnings do not block a text; the rules that do are named once", () => {
    const warned = { wanted: "en", language: "en", findings: [{ ...finding("STYLE-09"), severity: "warn" as const }] };
    expect(byEmail({ template: warned })).toMatchObject({ lane: "email" });
    expect(byEmail({ template: blocked }).reasons).toContainEqual(
      expect.objectContaining({ rule: "template_blocked", facts: { lane: "email", rules: "PROH-04, STYLE-01" } }),
    );
  });

  it("Amazon's answer that nothing is offered refuses the e-mail for good", () => {
    expect(byEmail({ solicitationOffered: false })).toEqual(refused("already_requested_or_ineligible", true));
  });

  it("but not while the e-mail has to wait, as nothing is offered outside the window", () => {
    const now = at("2026-03-08T17:00:00Z");
    expect(byEmail({ solicitationOffered: false }, { now }).kind).toBe("wait");
  });

  it("an answer that was not read is noted", () => {
    expect(notedRules(byEmail({ solicitationOffered: null }))).toEqual(["already_requested_or_ineligible"]);
  });
});

describe("a buyer who opted out", () => {
  const buyer = aBuyer({ optedOut: { at: at("2026-02-01T00:00:00Z"), noticeId: "notice-1" } });
  it("gets nothing by default", () => {
    expect(verdict({ buyer })).toEqual(refused("buyer_opted_out"));
    expect(byEmail({ buyer })).toEqual(refused("buyer_opted_out"));
  });

  it("is left to Amazon where the store asks for it: solicitation, never e-mail", () => {
    const askAmazon = { optedOutBuyers: "ask_amazon" } as const;
    expect(verdict({ buyer, store: aStore(askAmazon) })).toMatchObject({ kind: "send", lane: "solicitation" });
    const result = byEmail({ buyer, store: anEmailStore(askAmazon) });
    expect(result).toMatchObject({ kind: "send", lane: "solicitation" });
    expect(notedRules(result)).toEqual(["buyer_opted_out"]);
  });

  it.each([
    ["delivery_scheduling", "typed:confirmDeliveryDetails", "send"],
    ["warranty", "typed:warranty", "refuse"],
  ] as const)("%s: %s", (purpose, slot, kind) => {
    const message = aMessage({ purpose, slot, lane: "typed" });
    const order = anOrder({ fulfilledBy: "merchant" });
    expect(verdict({ buyer, order }, { message }).kind).toBe(kind);
  });
});

describe("waiting", () => {
  const brake = (changes: Partial<StoreFacts>) => ({ store: aStore(changes) });
  const saturdays = [{ from: "2026-03-14", to: "2026-03-15" }];
  it.each<[string, Partial<SendFacts>, Partial<DecideInput>, string, string]>([
    ["before its due date", {}, { now: at("2026-03-14T15:59:59Z") }, "window_not_open", "2026-03-14T16:00:00Z"],
    [
      "before the window opens",
      {},
      { now: at("2026-03-08T17:00:00Z"), message: aMessage({ dueAt: at("2026-03-08T17:00:00Z") }) },
      "window_not_open",
      "2026-03-09T16:00:00Z",
    ],
    ["in the evening", {}, { now: at("2026-03-15T03:00:00Z") }, "send_hours", "2026-03-15T16:00:00Z"],
    ["paused: looked at again", brake({ paused: true }), {}, "store_paused", "2026-03-14T23:00:00Z"],
    [
      "blackout: to the next free day, in send hours",
      brake({ blackouts: saturdays }),
      {},
      "blackout",
      "2026-03-16T16:00:00Z",
    ],
    [
      "blackouts in a row",
      brake({ blackouts: [...saturdays, { from: "2026-03-16", to: "2026-03-16" }] }),
      {},
      "blackout",
      "2026-03-17T16:00:00Z",
    ],
    [
      "not shipped: looked at again",
      { order: anOrder({ status: "UNSHIPPED", shippedAt: null }) },
      {},
      "window_not_open",
      "2026-03-15T17:00:00Z",
    ],
    [
      "partly shipped",
      { order: anOrder({ status: "PARTIALLY_SHIPPED" }) },
      {},
      "window_not_open",
      "2026-03-15T17:00:00Z",
    ],
  ])("%s", (...[, facts, rest, rule, until]) => {
    const result = verdict(facts, rest);
    expect(result).toMatchObject({ kind: "wait", rule });
    expect(result.kind === "wait" && result.until.toString()).toBe(until);
  });

  it("for room under the cap: e-mail only, until it frees", () => {
    const full = { sentLastDay: 400, capFreesAt: at("2026-03-14T19:30:00Z") };
    const result = byEmail(full);
    expect(result).toMatchObject({ kind: "wait", rule: "daily_cap" });
    expect(result.kind === "wait" && result.until.toString()).toBe("2026-03-14T19:30:00Z");
    expect(verdict(full)).toMatchObject({ kind: "send", lane: "solicitation" });
    expect(byEmail({ ...full, sentLastDay: 399 })).toMatchObject({ kind: "send", lane: "email" });
  });

  it("a cap that frees outside the send hours waits for them as well", () => {
    const result = byEmail({ sentLastDay: 400, capFreesAt: at("2026-03-15T06:00:00Z") });
    expect(result.kind === "wait" && result.until.toString()).toBe("2026-03-15T16:00:00Z");
    expect(result.reasons.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["daily_cap", "send_hours"]));
  });

  it("a cap that frees in a moment is looked at again in a quarter of an hour", () => {
    const result = byEmail({ sentLastDay: 400, capFreesAt: NOW.add({ seconds: 1 }) });
    expect(result.kind === "wait" && result.until.toString()).toBe("2026-03-14T17:15:00Z");
  });

  it("a cap of nothing leaves the solicitation", () => {
    const result = byEmail({ store: anEmailStore({ dailyCap: 0 }), sentLastDay: 0, capFreesAt: null });
    expect(result).toMatchObject({ kind: "send", lane: "solicitation" });
    expect(notedRules(result)).toEqual(["daily_cap", "window_over"]);
  });
});

describe("the end of the window", () => {
  it("is outside it", () => {
    const message = aMessage({ dueAt: at("2026-04-05T20:00:00Z") });
    const always = {
      ...REVIEW_REQUEST_FLOW,
      steps: REVIEW_REQUEST_FLOW.steps.map((step) => ({ ...step, sendHours: null })),
    };
    expect(verdict({ flow: always }, { message, now: CLOSES.subtract({ milliseconds: 1 }) }).kind).toBe("send");
    expect(verdict({ flow: always }, { message, now: CLOSES })).toEqual(refused("window_over", true));
  });

  it("a wait that would end behind it is a refusal", () => {
    const store = aStore({ blackouts: [{ from: "2026-03-10", to: "2026-04-30" }] });
    const result = verdict({ store });
    expect(result).toEqual(refused("window_over", true));
    expect(result.reasons.map(({ rule }) => rule)).toContain("blackout");
  });

  it("also one that would end at its very end", () => {
    // The window closes at 18:00 in Los Angeles.
    const opening = (from: number) => {
      const steps = REVIEW_REQUEST_FLOW.steps.map((step) => ({
        ...step,
        sendHours: { weekdays: [7], from, to: 1440 },
      }));
      return { flow: { ...REVIEW_REQUEST_FLOW, steps } };
    };
    const order = anOrder({
      delivery: { earliest: at("2026-03-04T08:00:00Z"), latest: at("2026-03-07T08:00:00Z"), estimated: false },
    });
    const sunday = { now: at("2026-04-05T20:00:00Z") };
    const result = verdict({ order, ...opening(17 * 60 + 59) }, sunday);
    expect(result.kind === "wait" && result.until.toString()).toBe("2026-04-06T00:59:00Z");
    expect(verdict({ order, ...opening(18 * 60) }, sunday)).toEqual(refused("window_over", true));
  });

  it("a pause waits until then at most, as it may end before", () => {
    const result = verdict({ store: aStore({ paused: true }) }, { now: at("2026-04-05T22:00:00Z") });
    expect(result.kind === "wait" && result.until.toString()).toBe(CLOSES.toString());
  });

  it("is not final on an estimate: Amazon's own may be later", () => {
    const delivery = { earliest: at("2026-02-01T00:00:00Z"), latest: at("2026-02-05T00:00:00Z"), estimated: true };
    expect(verdict({ order: anOrder({ delivery }) })).toEqual(refused("window_over", false));
  });

  it("of the e-mail: a wait behind it turns to the solicitation", () => {
    // Shipped so early that the e-mail window ends on 15 March; the cap frees later.
    const order = anOrder({ shippedAt: at("2026-02-13T18:00:00Z") });
    const result = byEmail({ order, sentLastDay: 400, capFreesAt: at("2026-03-15T18:00:00Z") });
    expect(result).toMatchObject({ kind: "send", lane: "solicitation" });
    expect(notedRules(result)).toEqual(["daily_cap", "window_over"]);
  });
});

describe("typed messages", () => {
  const message = aMessage({ purpose: "warranty", slot: "typed:warranty", lane: "typed" });
  const critical = aMessage({ purpose: "address_issue", slot: "typed:confirmOrderDetails", lane: "typed" });
  const unshipped = { order: anOrder({ status: "UNSHIPPED", shippedAt: null, marketplaceId: DE }) };

  it("know no window, and go before shipping", () => {
    expect(verdict(unshipped, { message: critical })).toMatchObject({ kind: "send", lane: "typed" });
  });

  it("the cap counts them unless they are critical", () => {
    const full = { sentLastDay: 400, capFreesAt: at("2026-03-14T19:30:00Z") };
    expect(verdict(full, { message })).toMatchObject({ kind: "wait", rule: "daily_cap" });
    expect(verdict({ ...full, ...unshipped }, { message: critical }).kind).toBe("send");
  });

  it("are refused while Amazon does not offer the operation", () => {
    expect(verdict({ actionOffered: false }, { message })).toEqual(refused("action_not_offered"));
  });

  it("a replacement or an old order may still need one", () => {
    const order = anOrder({ ...unshipped.order, replacement: true, purchasedAt: at("2025-12-01T00:00:00Z") });
    expect(verdict({ order }, { message: critical }).kind).toBe("send");
  });

  it("are refused where the order gives no occasion for them", () => {
    expect(verdict({}, { message: critical })).toEqual(refused("precondition_not_met"));
    const engraving = aMessage({
      ...critical,
      purpose: "customization_question",
      slot: "typed:confirmCustomizationDetails",
    });
    expect(verdict(unshipped, { message: engraving })).toEqual(refused("precondition_not_met"));
    const scheduling = aMessage({ ...critical, purpose: "delivery_scheduling", slot: "typed:confirmDeliveryDetails" });
    expect(verdict(unshipped, { message: scheduling })).toEqual(refused("precondition_not_met"));
  });

  it("are refused for their text, the critical ones also above the workspace's quota", () => {
    const blocked = { ...unshipped, typed: { findings: [finding("CRIT-04"), finding("LIM-04")] } };
    const result = verdict(blocked, { message: critical });
    expect(result).toEqual(refused("template_blocked"));
    expect(result.reasons.find(({ rule }) => rule === "template_blocked")?.facts).toEqual({ rules: "CRIT-04, LIM-04" });
    const used = { ...unshipped, criticalQuota: { sent: 50, quota: 50 } };
    expect(verdict(used, { message: critical })).toEqual(refused("critical_quota"));
    expect(verdict(used, { message }).kind).toBe("send");
  });

  it("keep to the brakes, critical or not", () => {
    const paused = { ...unshipped, store: aStore({ paused: true }) };
    expect(verdict(paused, { message: critical })).toMatchObject({ kind: "wait", rule: "store_paused" });
    const dry = { ...unshipped, store: aStore({ dryRun: true }) };
    expect(verdict(dry, { message: critical })).toEqual(refused("dry_run"));
    const stopped = { ...unshipped, store: aStore({ stoppedSkus: ["MUG-BLUE"] }) };
    expect(verdict(stopped, { message: critical })).toEqual(refused("stopped_item"));
  });
});

describe("the sender of the e-mails", () => {
  const young = { startedAt: at("2026-03-14T08:00:00Z"), ownDomain: false, stopped: null };
  const mailed = { sent: 50, freesAt: at("2026-03-15T16:30:00Z") };

  it("waits for room while it is young", () => {
    const result = byEmail({ store: anEmailStore({ sender: young }), mailedLastDay: mailed });
    expect(result).toMatchObject({ kind: "wait", rule: "sender_ramp" });
    const own = { ...young, ownDomain: true };
    expect(byEmail({ store: anEmailStore({ sender: own }), mailedLastDay: mailed })).toMatchObject({ lane: "email" });
  });

  it("is left for the solicitation while it is stopped", () => {
    const stopped = { at: at("2026-03-13T08:00:00Z"), reason: "complaints" as const };
    const result = byEmail({ store: anEmailStore({ sender: { ...young, stopped } }) });
    expect(result).toMatchObject({ kind: "send", lane: "solicitation" });
    expect(notedRules(result)).toEqual(["sender_stopped"]);
  });
});

function finding(rule: string) {
  return { rule, severity: "block" as const, message: "", span: null, fix: null, source: "x" };
}

it("no fact of a reason ever holds an alias", () => {
  const verdicts = [verdict(), byEmail(), byEmail({ buyer: aBuyer({ aliasKnown: false }) })];
  const facts = verdicts.flatMap(({ reasons }: { readonly reasons: readonly Reason[] }) =>
    reasons.map((reason) => reason.facts),
  );
  expect(JSON.stringify(facts)).not.toContain("@");
});
