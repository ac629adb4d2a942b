import fc from "fast-check";
import { expect, it } from "vitest";
import { REVIEW_REQUEST_FLOW } from "../flow/built-in.ts";
import { planOrder } from "../flow/plan-order.ts";
import { marketplaceById } from "../marketplace/marketplaces.ts";
import type { KnownMessage, Lane } from "../message/message.ts";
import type { Order } from "../order/order.ts";
import type { SendWindow } from "../order/send-window.ts";
import { solicitationWindow } from "../order/solicitation-window.ts";
import { aBuyer, aMessage, anEmailStore, anOrder, aPlanInput, aStore, at, DE, JP, sendFacts, US } from "../testing.ts";
import { Temporal } from "../time.ts";
import { decide } from "./decide.ts";
import type { SendFacts } from "./facts.ts";
import { rulePack_2026_11_23 } from "./rule-pack.ts";

const HOUR = 3_600_000;
const cases = fc.record({
  marketplaceId: fc.constantFrom(US, DE, JP),
  earliest: fc.integer({ min: Date.UTC(2026, 0, 10), max: Date.UTC(2026, 11, 31) }),
  hours: fc.integer({ min: 0, max: 240 }),
  estimated: fc.boolean(),
  email: fc.boolean(),
  shipped: fc.integer({ min: 0, max: 96 }),
  sentLastDay: fc.constantFrom(0, 399, 400),
  capFrees: fc.integer({ min: 1, max: 24 * 60 }),
  blackout: fc.option(fc.record({ from: fc.integer({ min: 0, max: 40 }), days: fc.integer({ min: 0, max: 6 }) })),
  now: fc.integer({ min: -5 * 24 * 60, max: 45 * 24 * 60 }),
});
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

interface Scene {
  readonly order: Order;
  readonly facts: SendFacts;
  readonly message: KnownMessage;
  readonly now: Temporal.Instant;
  readonly zone: string;
}

function sceneOf(given: Case): Scene | null {
  const earliest = Temporal.Instant.fromEpochMilliseconds(given.earliest);
  const delivery = { earliest, latest: earliest.add({ hours: given.hours }), estimated: given.estimated };
  const purchasedAt = earliest.subtract({ hours: 120 });
  const shippedAt = earliest.subtract({ hours: given.shipped });
  const order = anOrder({
    marketplaceId: given.marketplaceId,
    delivery,
    purchasedAt,
    shippedAt,
    lastUpdatedAt: shippedAt,
  });
  const zone = marketplaceById(given.marketplaceId)?.timeZone ?? "UTC";
  const day = (count: number) => earliest.toZonedDateTimeISO(zone).toPlainDate().add({ days: count }).toString();
  const { blackout } = given;
  const blackouts = blackout === null ? [] : [{ from: day(blackout.from), to: day(blackout.from + blackout.days) }];
  const changes = { blackouts, cutOverAt: at("2025-01-01T00:00:00Z") };
  const store = given.email ? anEmailStore(changes) : aStore(changes);
  const [planned] = planOrder(aPlanInput({ order, store, aliasKnown: true, now: purchasedAt })).messages;
  const now = earliest.add({ minutes: given.now });
  const capFreesAt = now.add({ minutes: given.capFrees });
  const facts = sendFacts({ order, store, buyer: aBuyer(), sentLastDay: given.sentLastDay, capFreesAt });
  return planned === undefined ? null : { order, facts, message: aMessage(planned), now, zone };
}

function verdictAt({ message, facts }: Scene, now: Temporal.Instant) {
  return decide({ message, facts, rulePack: rulePack_2026_11_23, now });
}

/**
 * When the lane may send at all. An e-mail may go until 30 days of the marketplace's calendar after the ship date, which
 * lies behind the solicitation's end where the order shipped within hours of its delivery: Amazon's margin is not its own.
 */
function windowOf({ order, zone }: Scene, lane: Lane): SendWindow {
  if (order.delivery === null || order.shippedAt === null) throw new Error("every order here has both dates");
  const solicitation = solicitationWindow(order.delivery, zone);
  if (lane === "solicitation") return solicitation;
  const closes = order.shippedAt.toZonedDateTimeISO(zone).add({ days: 30 }).epochMilliseconds;
  return { opens: solicitation.opens, closes };
}

/** Inside the window of the lane, the send hours of the built-in flow, and no blackout. */
function allowed(scene: Scene, instant: Temporal.Instant, lane: Lane): boolean {
  const { facts, message, zone } = scene;
  const window = windowOf(scene, lane);
  const local = instant.toZonedDateTimeISO(zone);
  const hours = REVIEW_REQUEST_FLOW.steps[0]?.sendHours;
  const minute = local.hour * 60 + local.minute;
  const date = local.toPlainDate().toString();
  return (
    Temporal.Instant.compare(instant, message.dueAt) >= 0 &&
    instant.epochMilliseconds >= window.opens &&
    instant.epochMilliseconds < window.closes &&
    (hours == null || (minute >= hours.from && minute < hours.to)) &&
    !facts.store.blackouts.some(({ from, to }) => from <= date && date <= to)
  );
}

/** A wait names no lane: in a store without e-mail it can only be the solicitation's. */
function allowedInSome(scene: Scene, instant: Temporal.Instant, email: boolean): boolean {
  return allowed(scene, instant, "solicitation") || (email && allowed(scene, instant, "email"));
}

it("sends only when it is allowed; a wait ends inside the window, when it is allowed", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const scene = sceneOf(given);
      if (scene === null) return;
      const verdict = verdictAt(scene, scene.now);
      if (verdict.kind === "send") expect(allowed(scene, scene.now, verdict.lane)).toBe(true);
      if (verdict.kind === "wait") {
        expect(verdict.until.epochMilliseconds).toBeGreaterThan(scene.now.epochMilliseconds);
        expect(allowedInSome(scene, verdict.until, given.email)).toBe(true);
      }
      if (verdict.kind === "refuse") expect(verdict.rule).toBe("window_over");
    }),
    { numRuns: 600 },
  );
});

it("an e-mail of an order shipped an hour before its delivery goes in the hours behind the solicitation's end", () => {
  const thirtyDays = 30 * 24 * 60;
  const scene = (minutesBeforeEnd: number) =>
    sceneOf({
      marketplaceId: US,
      earliest: Date.UTC(2026, 5, 10, 20),
      hours: 0,
      estimated: false,
      email: true,
      shipped: 1,
      sentLastDay: 0,
      capFrees: 60,
      blackout: null,
      now: thirtyDays - minutesBeforeEnd,
    });
  const [behind, over] = [scene(180), scene(60)];
  if (behind === null || over === null) throw new Error("it was planned");
  expect(windowOf(behind, "solicitation").closes).toBeLessThan(behind.now.epochMilliseconds);
  expect(verdictAt(behind, behind.now)).toMatchObject({ kind: "send", lane: "email" });
  expect(windowOf(over, "email").closes).toBe(over.now.epochMilliseconds);
  expect(verdictAt(over, over.now)).toMatchObject({ kind: "refuse", rule: "window_over" });
});

it("following the waits ends soon: with a message that goes, or with the end of the window", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const scene = sceneOf(given);
      if (scene === null) return;
      let now = scene.now;
      for (let looks = 0; looks < 4; looks += 1) {
        const facts = { ...scene.facts, sentLastDay: looks === 0 ? scene.facts.sentLastDay : 0 };
        const verdict = verdictAt({ ...scene, facts }, now);
        if (verdict.kind !== "wait") return;
        now = verdict.until;
      }
      expect.fail("it waits and waits");
    }),
    { numRuns: 300 },
  );
});

it("a message that its plan allows is sent at its due date, unless a brake moves it", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const scene = sceneOf({ ...given, blackout: null, sentLastDay: 0 });
      if (scene === null) return;
      const verdict = verdictAt(scene, scene.message.dueAt);
      expect(verdict).toMatchObject({ kind: "send", lane: scene.message.lane });
      expect(verdictAt(scene, scene.message.dueAt.subtract({ milliseconds: HOUR })).kind).toBe("wait");
    }),
    { numRuns: 300 },
  );
});
