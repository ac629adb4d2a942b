import { FULFILLMENT_STATUSES } from "@heed/core/order/order";
import { z } from "zod";

const instant = z.iso.datetime({ offset: true });

export const runRequest = z.object({ until: instant, expected: z.array(z.string()).optional() });

export const optOutRequest = z.object({ alias: z.string(), since: instant.nullable().optional() });

export const storeRequest = z.object({
  senderApproved: z.boolean().optional(),
  restricted: z.boolean().optional(),
  revoked: z.boolean().optional(),
});

export const inboundRequest = z.object({
  to: z.union([z.string(), z.array(z.string()).min(1)]),
  from: z.string().optional(),
  /** The raw message: as text, or in base64 where its bytes matter. */
  raw: z.string().optional(),
  rawBase64: z.string().optional(),
});

export const domainRequest = z.object({ name: z.string() });

export const webhookRequest = z.object({ url: z.url().optional(), stripe: z.url().optional() });

export const aheadRequest = z.object({ days: z.number().positive().max(400) });

export const consentRequest = z.object({ sellerId: z.string(), redirectUri: z.string().optional() });

const marketplaceEntry = z.object({ marketplaceId: z.string(), noticeToken: z.string(), emailLane: z.boolean() });

const store = z.object({
  tenantSlug: z.string(),
  tenantName: z.string(),
  name: z.string(),
  region: z.enum(["NA", "EU", "FE"]),
  sellerId: z.string(),
  refreshToken: z.string(),
  senderToken: z.string(),
  senderApproved: z.boolean().default(true),
  restrictedRole: z.boolean().default(true),
  marketplaces: z.array(marketplaceEntry),
});

const buyer = z.object({
  alias: z.string(),
  sellerId: z.string(),
  marketplaceId: z.string(),
  locale: z.string(),
  optedOutAt: instant.nullable().default(null),
});

const item = z.object({
  orderItemId: z.string(),
  sku: z.string(),
  asin: z.string(),
  title: z.string(),
  quantity: z.number().int().positive(),
  unitPrice: z.string(),
  customized: z.boolean().default(false),
  buyerRequestedCancel: z.boolean().default(false),
});

export const order = z.object({
  orderId: z.string(),
  sellerId: z.string(),
  marketplaceId: z.string(),
  alias: z.string(),
  channel: z.enum(["amazon", "other"]).default("amazon"),
  fulfilledBy: z.enum(["amazon", "merchant"]),
  serviceLevel: z.enum(["STANDARD", "EXPEDITED", "SECOND_DAY", "NEXT_DAY"]).default("STANDARD"),
  programs: z.array(z.string()).default([]),
  replacementOf: z.string().nullable().default(null),
  currency: z.string(),
  items: z.array(item).min(1),
  changes: z.array(z.object({ at: instant, status: z.enum(FULFILLMENT_STATUSES) })).min(1),
  shipBy: z.object({ earliest: instant, latest: instant }),
  deliverBy: z.object({ earliest: instant, latest: instant.nullable() }),
  deliveredAt: instant.nullable().default(null),
  returnedAt: instant.optional(),
  refunded: z.boolean().optional(),
  feedback: z.object({ at: instant, rating: z.number().int().min(1).max(5) }).optional(),
  windowHidden: z.boolean().optional(),
  extraMessages: z.array(z.string()).optional(),
});

/** `seed` and `orders` draw the demo's world; the lists put their own. */
export const worldRequest = z.union([
  z.object({ seed: z.number().int(), orders: z.number().int().positive(), now: instant.optional() }),
  z.object({
    stores: z.array(store).default([]),
    buyers: z.array(buyer).default([]),
    orders: z.array(order).default([]),
    handWritten: z.array(z.object({ orderId: z.string(), at: instant })).default([]),
    uploads: z
      .array(z.object({ uploadDestinationId: z.string(), sellerId: z.string(), orderId: z.string() }))
      .optional(),
  }),
]);

/** A new order in full, or changes to a known one. */
export const orderRequest = z.looseObject({ orderId: z.string() });
