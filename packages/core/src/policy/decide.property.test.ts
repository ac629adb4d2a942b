import fc from "fast-check";
import { expect, it } from "vitest";
import { REVIEW_REQUEST_FLOW } from "../flow/built-in.ts";
import { planOrder } from "../flow/plan-order.ts";
import { marketplaceById } from "../marketplace/marketplaces.ts";
import type { KnownMessage } from "../message/message.ts";
import type { Order } from "../order/order.ts";
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
  /** At least a night before delivery: then no e-mail window ends after the solicitation's, which `allowed` measures by. */
  shipped: fc.integer({ min: 8, max: 96 }),
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

/** Inside Amazon's window, the send hours of the built-in flow, and no blackout. */
function allowed({ order, facts, message, zone }: Scene, instant: Temporal.Instant): boolean {
  const window = solicitationWindow(order.delivery ?? { earliest: instant, latest: null, estimated: true }, zone);
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

it("sends only when it is allowed; a wait ends inside the window, when it is allowed", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const scene = sceneOf(given);
      if (scene === null) return;
      const verdict = verdictAt(scene, scene.now);
      if (verdict.kind === "send") expect(allowed(scene, scene.now)).toBe(true);
      if (verdict.kind === "wait") {
        expect(verdict.until.epochMilliseconds).toBeGreaterThan(scene.now.epochMilliseconds);
        expect(allowed(scene, verdict.until)).toBe(true);
      }
      if (verdict.kind === "refuse") expect(verdict.rule).toBe("window_over");
    }),
    { numRuns: 600 },
  );
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
