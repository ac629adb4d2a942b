import { FULFILLMENT_STATUSES } from "@heed/core/order/order";
import { z } from "zod";

/**
 * The parts of an order of searchOrders 2026-01-01 that Heed reads (model orders_2026-01-01.json, 2026-08-05). Zod drops
 * every field that is not named here: names, addresses, postal codes, phone and tax numbers never get further.
 */
const money = z.object({ amount: z.coerce.string(), currencyCode: z.string() });

/** An optional part that is malformed counts as absent. */
function lenient<T extends z.ZodType>(part: T) {
  return part.optional().catch(undefined);
}

const window = z.object({ earliestDateTime: lenient(z.string()), latestDateTime: lenient(z.string()) });
const identifier = z.union([z.string().min(1), z.number()]).transform(String);

const item = z.object({
  orderItemId: identifier,
  quantityOrdered: z.int().nonnegative(),
  product: z.object({
    asin: lenient(z.string()),
    title: lenient(z.string()),
    sellerSku: lenient(z.string()),
    price: lenient(z.object({ unitPrice: lenient(money) })),
    condition: lenient(z.object({ conditionType: lenient(z.string().min(1)) })),
    customization: lenient(z.object({ customizedUrl: lenient(z.string()) })),
  }),
  proceeds: lenient(z.object({ proceedsTotal: lenient(money) })),
  cancellation: lenient(z.object({ cancellationRequest: lenient(z.object({ requester: lenient(z.string()) })) })),
  fulfillment: lenient(z.object({ quantityFulfilled: lenient(z.int().nonnegative()) })),
});

export const amazonOrder = z.object({
  orderId: z.string().min(1),
  createdTime: z.string(),
  lastUpdatedTime: z.string(),
  salesChannel: z.object({ channelName: z.string(), marketplaceId: lenient(z.string()) }),
  orderItems: z.array(item),
  programs: lenient(z.array(z.string())),
  associatedOrders: lenient(z.array(z.object({ associationType: lenient(z.string()) }))),
  buyer: lenient(z.object({ buyerEmail: lenient(z.string()) })),
  proceeds: lenient(z.object({ grandTotal: lenient(money) })),
  fulfillment: z.object({
    fulfillmentStatus: z.enum(FULFILLMENT_STATUSES),
    fulfilledBy: lenient(z.enum(["AMAZON", "MERCHANT"])),
    fulfillmentServiceLevel: lenient(z.string()),
    deliverByWindow: lenient(window),
  }),
  packages: lenient(z.array(z.object({ shipTime: lenient(z.string()) }))),
});

export type AmazonOrder = z.infer<typeof amazonOrder>;
export type AmazonItem = z.infer<typeof item>;
export type AmazonMoney = z.infer<typeof money>;
