import type { Instant } from "@heed/core/time";
import { MARKETPLACE, marketplace } from "../world/marketplaces.ts";
import type { World, WorldBuyer, WorldOrder, WorldStore } from "../world/types.ts";
import { drawOrder } from "./demo-order.ts";
import type { Random } from "./random.ts";
import { ALIAS_LETTERS, seededRandom } from "./random.ts";

const place = (marketplaceId: string) => ({ marketplaceId, noticeToken: "", emailLane: false });
/** Nothing of Heed is entered in their Seller Central yet, and nobody's workspace has them. */
const common = { tenantSlug: "", tenantName: "", senderToken: "", senderApproved: true, restrictedRole: true } as const;

/** Accounts that are there to be connected: the look-alike consent page offers them. */
export const SPARE_SELLERS: readonly WorldStore[] = [
  {
    ...common,
    name: "Maple Ridge Outfitters",
    region: "NA",
    sellerId: "A1MAPLERIDGEUS",
    refreshToken: "Atzr|sandbox-maple-ridge-us",
    marketplaces: [place(MARKETPLACE.us.id), place(MARKETPLACE.ca.id)],
  },
  {
    ...common,
    name: "Brise Atelier",
    region: "EU",
    sellerId: "A2BRISEATELIER",
    refreshToken: "Atzr|sandbox-brise-eu",
    marketplaces: [place(MARKETPLACE.de.id), place(MARKETPLACE.fr.id)],
  },
  {
    ...common,
    name: "Hikari Stationery",
    region: "FE",
    sellerId: "A3HIKARISTAT00",
    refreshToken: "Atzr|sandbox-hikari-fe",
    marketplaces: [place(MARKETPLACE.jp.id)],
  },
];

/** Where each sells: the places for which the demo has goods. */
const SELLS_AT: Readonly<Record<string, string>> = {
  A1MAPLERIDGEUS: MARKETPLACE.us.id,
  A2BRISEATELIER: MARKETPLACE.de.id,
  A3HIKARISTAT00: MARKETPLACE.jp.id,
};
const ORDERS_EACH = 120;
const OLDEST_DAYS = 45;
const OPTED_OUT = 0.05;

/** The spare sellers with some weeks of orders each; a pure function of seed and instant. */
export function spareWorld({ seed, now }: { readonly seed: number; readonly now: Instant }): World {
  const random = seededRandom(seed ^ 0x5e11e5);
  const drawn = SPARE_SELLERS.map((store) => ordersOf(store, random, now));
  return {
    stores: SPARE_SELLERS,
    buyers: drawn.flatMap(({ buyers }) => buyers),
    orders: drawn.flatMap(({ orders }) => orders),
    handWritten: [],
  };
}

function ordersOf({ sellerId }: WorldStore, random: Random, now: Instant) {
  const takenIds = new Set<string>();
  const whole = now.round({ smallestUnit: "second", roundingMode: "floor" });
  const buyers: WorldBuyer[] = [];
  const orders: WorldOrder[] = [];
  for (let n = 0; n < ORDERS_EACH; n += 1) {
    const buyer = newBuyer(random, sellerId, whole);
    const placed = whole.subtract({ seconds: random.between(3600, OLDEST_DAYS * 86_400) });
    buyers.push(buyer);
    orders.push(drawOrder({ random, buyer, sellerId, placed, earlier: null, takenIds, deliverBy: null }));
  }
  return { buyers, orders };
}

function newBuyer(random: Random, sellerId: string, now: Instant): WorldBuyer {
  const marketplaceId = SELLS_AT[sellerId] ?? MARKETPLACE.us.id;
  const { domain, language } = marketplace(marketplaceId);
  const since = now.subtract({ hours: 24 * random.between(60, 600) }).toString({ smallestUnit: "second" });
  return {
    alias: `${random.text(ALIAS_LETTERS, 14)}@marketplace.${domain}`,
    sellerId,
    marketplaceId,
    locale: language.replace("_", "-"),
    optedOutAt: random.chance(OPTED_OUT) ? since : null,
  };
}
