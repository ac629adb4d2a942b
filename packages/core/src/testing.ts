import { REVIEW_REQUEST_FLOW } from "./flow/built-in.ts";
import type { KnownMessage } from "./message/message.ts";
import { NO_AFTERMATH } from "./order/aftermath.ts";
import type { Order, OrderItem } from "./order/order.ts";
import type { BuyerFacts, PlanInput, SendFacts, StoreFacts } from "./policy/facts.ts";
import { type Instant, Temporal } from "./time.ts";

/** Plain examples for tests; each test changes what it is about. */
export const US = "ATVPDKIKX0DER";
export const DE = "A1PA6795UKMFR9";
export const JP = "A1VC38T7YXB528";

export function at(iso: string): Instant {
  return Temporal.Instant.from(iso);
}

export function anItem(changes: Partial<OrderItem> = {}): OrderItem {
  return {
    orderItemId: "10000000000001",
    sku: "MUG-BLUE",
    asin: "B000000001",
    title: "Blue mug",
    quantity: 1,
    quantityShipped: 1,
    priceMinor: 1999,
    customized: false,
    buyerRequestedCancel: false,
    ...changes,
  };
}

/** Shipped in the United States; Amazon expects delivery from 4 to 6 March 2026, Los Angeles time (UTC-8, from 8 March UTC-7). */
export function anOrder(changes: Partial<Order> = {}): Order {
  return {
    orderId: "111-1111111-1111111",
    marketplaceId: US,
    channel: "amazon",
    fulfilledBy: "amazon",
    status: "SHIPPED",
    purchasedAt: at("2026-03-01T18:00:00Z"),
    lastUpdatedAt: at("2026-03-02T18:00:00Z"),
    shippedAt: at("2026-03-02T18:00:00Z"),
    delivery: { earliest: at("2026-03-04T08:00:00Z"), latest: at("2026-03-07T07:59:59Z"), estimated: false },
    programs: ["PRIME"],
    replacement: false,
    currency: "USD",
    totalMinor: 1999,
    serviceLevel: "Standard",
    items: [anItem()],
    source: "sync",
    aftermath: NO_AFTERMATH,
    ...changes,
  };
}

export function aStore(changes: Partial<StoreFacts> = {}): StoreFacts {
  return {
    storeId: "store-1",
    cutOverAt: at("2026-01-01T00:00:00Z"),
    paused: false,
    dryRun: false,
    restrictedUntil: null,
    optedOutBuyers: "never",
    emailLane: {},
    dailyCap: 400,
    stoppedSkus: [],
    stoppedAsins: [],
    blackouts: [],
    ...changes,
  };
}

/** A store whose e-mail lane is on and proven in the three marketplaces of the examples. */
export function anEmailStore(changes: Partial<StoreFacts> = {}): StoreFacts {
  const on = { on: true, sender: "proven" } as const;
  return aStore({ emailLane: { [US]: on, [DE]: on, [JP]: on }, ...changes });
}

export function aBuyer(changes: Partial<BuyerFacts> = {}): BuyerFacts {
  return { aliasKnown: true, optedOut: null, suppressed: null, repeatBuyer: false, ...changes };
}

/** Planned by the built-in flow for `anOrder`, and not put off. */
export function aMessage(changes: Partial<KnownMessage> = {}): KnownMessage {
  const dueAt = changes.dueAt ?? at("2026-03-14T16:00:00Z");
  return {
    slot: "proactive",
    purpose: "review_request",
    lane: "solicitation",
    state: "planned",
    final: false,
    flowKey: REVIEW_REQUEST_FLOW.flowKey,
    flowVersion: 1,
    stepKey: "request",
    dueAt,
    plannedFor: dueAt,
    planVersion: 1,
    ...changes,
  };
}

export function aPlanInput(changes: Partial<PlanInput> = {}): PlanInput {
  return {
    order: anOrder(),
    store: aStore(),
    repeatBuyer: false,
    aliasKnown: false,
    flows: [REVIEW_REQUEST_FLOW],
    known: [],
    now: at("2026-03-03T00:00:00Z"),
    ...changes,
  };
}

export function sendFacts(changes: Partial<SendFacts> = {}): SendFacts {
  return {
    order: anOrder(),
    store: aStore(),
    buyer: aBuyer(),
    flow: REVIEW_REQUEST_FLOW,
    others: [],
    sentLastDay: 0,
    capFreesAt: null,
    template: { wanted: "en", language: "en", findings: [] },
    solicitationOffered: true,
    entitled: true,
    ...changes,
  };
}
