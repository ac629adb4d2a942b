import type { Instant } from "@heed/core/time";
import { marketplace } from "../world/marketplaces.ts";
import type { WorldBuyer, WorldChange, WorldItem, WorldOrder } from "../world/types.ts";
import type { Random } from "./random.ts";
import { DIGITS } from "./random.ts";
import type { Product } from "./stores.ts";
import { ORDER_PREFIXES, PRODUCTS } from "./stores.ts";

/** How an order turns out; shares in parts of a thousand. */
const FATES = [
  ["shipped", 872],
  ["cancelled", 40],
  ["stuck_pending", 10],
  ["slow", 25],
  ["partial", 18],
  ["other_channel", 20],
  ["unfulfillable", 5],
  ["replacement", 10],
] as const;
type Fate = (typeof FATES)[number][0];

/** Share of the orders shipped by Amazon whose delivery window is not shown. */
const WINDOW_HIDDEN = 0.03;

export interface OrderPlan {
  readonly random: Random;
  readonly buyer: WorldBuyer;
  readonly placed: Instant;
  readonly sellerId: string;
  /** An earlier order of the same buyer, for replacements. */
  readonly earlier: string | null;
  readonly takenIds: Set<string>;
  /** The latest delivery, where the demo wants the order to fall due at a certain minute; then it ships as usual. */
  readonly deliverBy: Instant | null;
}

export function drawOrder(plan: OrderPlan): WorldOrder {
  const { random, buyer } = plan;
  const fate = plan.deliverBy === null ? drawFate(random, plan.earlier !== null) : "shipped";
  const other = fate === "other_channel" || fate === "unfulfillable";
  const items = drawItems(random, buyer.marketplaceId, fate);
  const amazon = other || (random.chance(0.6) && !items.some((item) => item.customized));
  return {
    orderId: drawId(plan, fate),
    sellerId: plan.sellerId,
    marketplaceId: buyer.marketplaceId,
    alias: buyer.alias,
    channel: other ? "other" : "amazon",
    fulfilledBy: amazon ? "amazon" : "merchant",
    programs: programs(random, amazon && !other),
    replacementOf: fate === "replacement" ? plan.earlier : null,
    currency: marketplace(buyer.marketplaceId).currency,
    items,
    ...drawDates(plan, fate, amazon),
    windowHidden: amazon && plan.deliverBy === null && random.chance(WINDOW_HIDDEN),
  };
}

type Dates = Pick<WorldOrder, "serviceLevel" | "changes" | "shipBy" | "deliverBy" | "deliveredAt">;

function drawDates({ random, placed, deliverBy }: OrderPlan, fate: Fate, amazon: boolean): Dates {
  const serviceLevel = random.chance(0.2) ? random.pick(["EXPEDITED", "SECOND_DAY", "NEXT_DAY"] as const) : "STANDARD";
  const paid = placed.add({ minutes: random.between(8, 45) });
  const [soonest, latest] = fate === "slow" ? [8640, 17_280] : amazon ? [240, 2160] : [720, 3600];
  const shipped = paid.add({ minutes: random.between(soonest, latest) });
  const window = deliverBy === null ? deliveryWindow(random, placed, serviceLevel) : windowUpTo(deliverBy);
  const delivered = isDelivered(fate) && random.chance(0.96);
  const open = deliverBy === null && random.chance(0.03);
  return {
    serviceLevel,
    changes: changes(fate, { placed, paid, shipped, random }),
    shipBy: { earliest: text(placed), latest: text(placed.add({ hours: 72 })) },
    deliverBy: { earliest: text(window.earliest), latest: open ? null : text(window.latest) },
    deliveredAt: delivered ? text(shipped.add({ hours: random.between(20, 110) })) : null,
  };
}

function windowUpTo(latest: Instant) {
  return { earliest: latest.subtract({ hours: 48 }), latest };
}

const text = (instant: Instant) => instant.toString({ smallestUnit: "second" });
const isDelivered = (fate: Fate) =>
  fate === "shipped" || fate === "replacement" || fate === "slow" || fate === "other_channel";

function drawFate(random: Random, hasEarlier: boolean): Fate {
  let left = random.between(0, 999);
  for (const [fate, share] of FATES) {
    left -= share;
    if (left < 0) return fate === "replacement" && !hasEarlier ? "shipped" : fate;
  }
  return "shipped";
}

function drawItems(random: Random, marketplaceId: string, fate: Fate): readonly WorldItem[] {
  const shelf = PRODUCTS[marketplaceId];
  if (shelf === undefined) throw new Error(`No demo products for marketplace ${marketplaceId}`);
  const count = random.chance(0.14) ? 2 : 1;
  const start = random.between(0, shelf.length - 1);
  return Array.from({ length: count }, (_, index) =>
    drawItem(random, shelf[(start + index) % shelf.length] ?? shelf[0], fate),
  );
}

function drawItem(random: Random, product: Product, fate: Fate): WorldItem {
  return {
    orderItemId: random.text(DIGITS, 14),
    sku: product.sku,
    asin: product.asin,
    title: product.title,
    quantity: fate === "partial" ? random.between(2, 4) : random.chance(0.1) ? 2 : 1,
    unitPrice: product.price,
    customized: product.custom,
    buyerRequestedCancel: fate === "cancelled" && random.chance(0.6),
  };
}

function programs(random: Random, amazon: boolean): readonly string[] {
  const business = random.chance(0.06) ? ["AMAZON_BUSINESS"] : [];
  return amazon && random.chance(0.7) ? [...business, "PRIME"] : business;
}

/** Promised by service level from the day of the order, in whole days of UTC. */
function deliveryWindow(random: Random, placed: Instant, level: WorldOrder["serviceLevel"]) {
  const [first, last] = { STANDARD: [3, 6], EXPEDITED: [2, 4], SECOND_DAY: [2, 3], NEXT_DAY: [1, 2] }[level] as [
    number,
    number,
  ];
  const midnight = placed
    .round({ smallestUnit: "hour", roundingMode: "floor" })
    .add({ hours: -placed.toZonedDateTimeISO("UTC").hour });
  const slack = random.between(0, 1);
  return {
    earliest: midnight.add({ hours: (first + slack) * 24 + 8 }),
    latest: midnight.add({ hours: (last + slack) * 24 + 8 }),
  };
}

interface Instants {
  readonly placed: Instant;
  readonly paid: Instant;
  readonly shipped: Instant;
  readonly random: Random;
}

/**
 * | fate           | statuses after PENDING                                   |
 * |----------------|----------------------------------------------------------|
 * | stuck_pending  | none                                                     |
 * | cancelled      | UNSHIPPED, CANCELLED                                     |
 * | partial        | UNSHIPPED, PARTIALLY_SHIPPED, half of them later SHIPPED |
 * | unfulfillable  | UNSHIPPED, UNFULFILLABLE                                 |
 * | the others     | UNSHIPPED, SHIPPED                                       |
 */
function changes(fate: Fate, { placed, paid, shipped, random }: Instants): readonly WorldChange[] {
  const start: WorldChange[] = [{ at: text(placed), status: "PENDING" }];
  if (fate === "stuck_pending") return start;
  start.push({ at: text(paid), status: "UNSHIPPED" });
  if (fate === "cancelled")
    return [...start, { at: text(paid.add({ hours: random.between(1, 20) })), status: "CANCELLED" }];
  if (fate === "unfulfillable") return [...start, { at: text(shipped), status: "UNFULFILLABLE" }];
  if (fate !== "partial") return [...start, { at: text(shipped), status: "SHIPPED" }];
  const rest: WorldChange[] = random.chance(0.5)
    ? [{ at: text(shipped.add({ hours: random.between(48, 120) })), status: "SHIPPED" }]
    : [];
  return [...start, { at: text(shipped), status: "PARTIALLY_SHIPPED" }, ...rest];
}

function drawId({ random, buyer, takenIds }: OrderPlan, fate: Fate): string {
  const prefixes = ORDER_PREFIXES[buyer.marketplaceId] ?? ["111"];
  const other = fate === "other_channel" || fate === "unfulfillable";
  for (;;) {
    const id = `${other ? "S02" : random.pick(prefixes)}-${random.text(DIGITS, 7)}-${random.text(DIGITS, 7)}`;
    if (takenIds.has(id)) continue;
    takenIds.add(id);
    return id;
  }
}
