import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import { marketplace } from "../world/marketplaces.ts";
import type { World, WorldBuyer, WorldHandWritten, WorldOrder, WorldStore } from "../world/types.ts";
import { drawOrder } from "./demo-order.ts";
import type { Random } from "./random.ts";
import { ALIAS_LETTERS, seededRandom } from "./random.ts";
import { DEMO_STORES } from "./stores.ts";

export interface DemoOptions {
  readonly seed: number;
  /** The start of the demo: most orders lie before it, some appear in the fortnight after. */
  readonly now: Instant;
  /** Orders placed up to `now`; a tenth more follow. */
  readonly orders: number;
}

/** Shares of the stores among the orders, in the order of DEMO_STORES. */
const STORE_SHARES = [0.5, 0.3, 0.2] as const;
const RETURNING = 0.15;
const OPTED_OUT = 0.045;
const HAND_WRITTEN_PER_MARKETPLACE = 4;

/** The built-in flow asks a week after the latest delivery. */
const FLOW_DELAY = Temporal.Duration.from({ hours: 7 * 24 });
/** Orders that fall due one a minute after the start, so that a fresh demo shows something at once. */
const DUE_SOON = { share: 0.09, most: 180 } as const;

/**
 * The demo's sellers, buyers and orders, a pure function of its options.
 *
 * | placed                      | share | shows                                            |
 * |-----------------------------|-------|--------------------------------------------------|
 * | 11 to 13 days before now    | 9 %   | at most 180 requests due one a minute from now   |
 * | 200 to 500 days before now  | 4 %   | of the rest: old orders, window over             |
 * | 35 to 75 days before now    | 25 %  | of the rest: windows that close or are over      |
 * | up to 35 days before now    | 71 %  | of the rest: windows open or not yet open        |
 * | up to 14 days after now     | + 10 %| orders that arrive while the demo runs           |
 */
export function demoWorld({ seed, now, orders }: DemoOptions): World {
  const random = seededRandom(seed);
  const whole = now.round({ smallestUnit: "second", roundingMode: "floor" });
  const buyers: WorldBuyer[] = [];
  const drawn: WorldOrder[] = [];
  const takenIds = new Set<string>();
  const byPlace = new Map<string, WorldBuyer[]>();
  const latest = new Map<string, string>();
  for (const slot of drawSlots(random, whole, orders)) {
    const place = drawPlace(random);
    const known = byPlace.get(place.marketplaceId) ?? [];
    const returns = known[0] !== undefined && random.chance(RETURNING);
    const buyer =
      known[0] !== undefined && returns ? random.pick([known[0], ...known]) : newBuyer(random, place, whole);
    if (!latest.has(buyer.alias)) {
      buyers.push(buyer);
      byPlace.set(place.marketplaceId, [...known, buyer].slice(-400));
    }
    const earlier = latest.get(buyer.alias) ?? null;
    const order = drawOrder({ random, buyer, sellerId: place.store.sellerId, earlier, takenIds, ...slot });
    latest.set(buyer.alias, order.orderId);
    drawn.push(order);
  }
  const handWritten = drawHandWritten(random, { orders: drawn, buyers, now: whole });
  return { stores: DEMO_STORES, buyers, orders: drawn, handWritten };
}

interface Slot {
  readonly placed: Instant;
  readonly deliverBy: Instant | null;
}

/** When each order is placed, ascending. */
function drawSlots(random: Random, now: Instant, orders: number): readonly Slot[] {
  const soon = Math.min(DUE_SOON.most, Math.floor(orders * DUE_SOON.share));
  const slots = Array.from({ length: orders + Math.ceil(orders / 10) }, (_, index): Slot => {
    if (index >= soon) return { placed: drawInstant(random, now, index >= orders), deliverBy: null };
    const deliverBy = now.subtract(FLOW_DELAY).add({ minutes: index + 1 });
    return { placed: deliverBy.subtract({ minutes: random.between(4 * 1440, 6 * 1440) }), deliverBy };
  });
  return slots.toSorted((a, b) => Temporal.Instant.compare(a.placed, b.placed));
}

function drawInstant(random: Random, now: Instant, later: boolean): Instant {
  if (later) return now.add({ minutes: random.between(5, 14 * 1440) });
  const draw = random.next();
  const [from, to] = draw < 0.04 ? [200, 500] : draw < 0.29 ? [35, 75] : [0, 35];
  return now.subtract({ seconds: random.between(from * 86_400 + 60, to * 86_400) });
}

interface Place {
  readonly store: WorldStore;
  readonly marketplaceId: string;
}

function drawPlace(random: Random): Place {
  const draw = random.next();
  const [us, eu, jp] = DEMO_STORES;
  const store = draw < STORE_SHARES[0] ? us : draw < STORE_SHARES[0] + STORE_SHARES[1] ? eu : jp;
  const [main, second] = store.marketplaces;
  const chosen = second !== undefined && random.chance(0.25) ? second : main;
  if (chosen === undefined) throw new Error(`${store.name} has no marketplace`);
  return { store, marketplaceId: chosen.marketplaceId };
}

function newBuyer(random: Random, { store, marketplaceId }: Place, now: Instant): WorldBuyer {
  const { domain, language } = marketplace(marketplaceId);
  const refuses = random.chance(OPTED_OUT);
  const since = now.subtract({ hours: random.between(40 * 24, 900 * 24) });
  return {
    alias: `${random.text(ALIAS_LETTERS, 14)}@marketplace.${domain}`,
    sellerId: store.sellerId,
    marketplaceId,
    locale: language.startsWith("en") && random.chance(0.05) ? "es-US" : language.replace("_", "-"),
    optedOutAt: refuses ? since.toString({ smallestUnit: "second" }) : null,
  };
}

interface Drawn {
  readonly orders: readonly WorldOrder[];
  readonly buyers: readonly WorldBuyer[];
  readonly now: Instant;
}

/** Messages that sellers without the e-mail lane wrote themselves; their notices come in the first days. */
function drawHandWritten(random: Random, { orders, buyers, now }: Drawn): readonly WorldHandWritten[] {
  const refusing = new Set(buyers.filter((buyer) => buyer.optedOutAt !== null).map((buyer) => buyer.alias));
  const from = now.subtract({ hours: 30 * 24 }).toString();
  const quiet = DEMO_STORES.flatMap(({ marketplaces }) => marketplaces.filter((place) => !place.emailLane));
  return quiet.flatMap(({ marketplaceId }) => {
    const fitting = orders.filter(
      (order) => order.marketplaceId === marketplaceId && refusing.has(order.alias) && order.channel === "amazon",
    );
    const recent = fitting.filter(
      (order) =>
        (order.changes[0]?.at ?? "") > from &&
        (order.changes.at(-1)?.at ?? "") < now.toString() &&
        order.changes.at(-1)?.status === "SHIPPED",
    );
    return recent.slice(-HAND_WRITTEN_PER_MARKETPLACE).map((order) => ({
      orderId: order.orderId,
      at: now.add({ minutes: random.between(90, 3 * 1440) }).toString({ smallestUnit: "second" }),
    }));
  });
}
