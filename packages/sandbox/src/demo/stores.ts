import { MARKETPLACE } from "../world/marketplaces.ts";
import type { WorldStore } from "../world/types.ts";

/** What the sandbox's Login with Amazon accepts unless it is told otherwise. */
export const SANDBOX_APPLICATION = {
  applicationId: "amzn1.sp.solution.00000000-0000-4000-8000-000000000001",
  clientId: "amzn1.application-oa2-client.heedsandbox",
  clientSecret: "amzn1.oa2-cs.v1.heedsandbox",
} as const;

const common = { senderApproved: true, restrictedRole: true } as const;

/** Two tenants, three stores. The e-mail lane is on in the US, where no prior consent is needed. */
export const DEMO_STORES: readonly [us: WorldStore, eu: WorldStore, jp: WorldStore] = [
  {
    ...common,
    tenantSlug: "north-pier-goods",
    tenantName: "North Pier Goods",
    name: "North Pier Goods US",
    region: "NA",
    sellerId: "A2NORTHPIERUS1",
    refreshToken: "Atzr|sandbox-north-pier-us",
    senderToken: "np4k7xw2us",
    marketplaces: [{ marketplaceId: MARKETPLACE.us.id, noticeToken: "7qk2m9tusn4x", emailLane: true }],
  },
  {
    ...common,
    tenantSlug: "harbour-row-agency",
    tenantName: "Harbour Row Agency",
    name: "Lindenwerk Haushalt",
    region: "EU",
    sellerId: "A3LINDENWERKEU",
    refreshToken: "Atzr|sandbox-lindenwerk-eu",
    senderToken: "lw8p3vd6eu",
    marketplaces: [
      { marketplaceId: MARKETPLACE.de.id, noticeToken: "3fd8w5rdehk2", emailLane: false },
      { marketplaceId: MARKETPLACE.fr.id, noticeToken: "9zb4c6yfrvm7", emailLane: false },
    ],
  },
  {
    ...common,
    tenantSlug: "harbour-row-agency",
    tenantName: "Harbour Row Agency",
    name: "Kaede Living",
    region: "FE",
    sellerId: "A1KAEDELIVING0",
    refreshToken: "Atzr|sandbox-kaede-fe",
    senderToken: "kl5t9hj4fe",
    marketplaces: [{ marketplaceId: MARKETPLACE.jp.id, noticeToken: "5hx7p2sjpwq8", emailLane: false }],
  },
];

export interface Product {
  readonly sku: string;
  readonly asin: string;
  readonly title: string;
  readonly price: string;
  readonly custom: boolean;
}

const product = (
  sku: string,
  asin: string,
  rest: readonly [title: string, price: string, custom?: boolean],
): Product => ({
  sku,
  asin,
  title: rest[0],
  price: rest[1],
  custom: rest[2] ?? false,
});

type Shelf = readonly [Product, ...Product[]];

/** Invented goods by marketplace. */
export const PRODUCTS: Readonly<Record<string, Shelf>> = {
  [MARKETPLACE.us.id]: [
    product("NP-LANTERN-01", "B0NPLANT01", ["Folding camp lantern, 400 lumen", "24.90"]),
    product("NP-BOTTLE-07", "B0NPBOTL07", ["Steel bottle, 750 ml, slate", "19.50"]),
    product("NP-TOWEL-03", "B0NPTOWL03", ["Quick-dry towel, set of 2", "17.00"]),
    product("NP-KNIFE-11", "B0NPKNIF11", ["Kitchen knife, 8 inch", "39.00"]),
    product("NP-SIGN-C1", "B0NPSIGNC1", ["Engraved door sign, your text", "32.00", true]),
  ],
  [MARKETPLACE.de.id]: [
    product("LW-BUERSTE-2", "B0LWBUER02", ["Spülbürste aus Buchenholz, 3 Stück", "12.90"]),
    product("LW-DOSE-5", "B0LWDOSE05", ["Vorratsdose aus Glas, 1,5 l, luftdicht", "16.95"]),
    product("LW-WAAGE-1", "B0LWWAAG01", ["Küchenwaage, 5 kg, ohne Batterien", "27.50"]),
    product("LW-SCHILD-C", "B0LWSCHI0C", ["Türschild mit Gravur nach Wunsch", "24.00", true]),
  ],
  [MARKETPLACE.fr.id]: [
    product("LW-BROSSE-2", "B0LWBROS02", ["Brosse à vaisselle en hêtre, lot de 3", "13.90"]),
    product("LW-BOCAL-5", "B0LWBOCA05", ["Bocal en verre hermétique, 1,5 l", "17.95"]),
  ],
  [MARKETPLACE.jp.id]: [
    product("KL-TEA-01", "B0KLTEA001", ["急須 蓋付き 400ml 日本製", "2980"]),
    product("KL-TRAY-02", "B0KLTRAY02", ["木製トレー 長方形 すべり止め加工", "1980"]),
    product("KL-FURO-03", "B0KLFURO03", ["風呂敷 綿100% 70cm 二枚組", "1650"]),
  ],
};

/** First three digits of order ids, as seen in each marketplace. */
export const ORDER_PREFIXES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  [MARKETPLACE.us.id]: ["111", "112", "113", "114"],
  [MARKETPLACE.de.id]: ["302", "303", "304", "305", "306"],
  [MARKETPLACE.fr.id]: ["402", "403", "404", "405"],
  [MARKETPLACE.jp.id]: ["249", "250", "503"],
};
