import { marketplaceBySalesChannel } from "@heed/core/marketplace/marketplaces";
import type { OrderChannel } from "@heed/core/order/order";
import { cleanText } from "../clean-text.ts";
import { isMultiChannelId } from "../map-order.ts";

export interface SalesChannel {
  /** The channel's own text where it is none of the known marketplaces. */
  readonly marketplaceId: string;
  readonly channel: OrderChannel;
  readonly known: boolean;
}

/** `Amazon.de` is a marketplace; `Non-Amazon …` and ids of multi-channel fulfilment are sales from elsewhere. */
export function salesChannelOf(text: string, orderId: string): SalesChannel {
  const marketplace = marketplaceBySalesChannel(text);
  const elsewhere = /^non-amazon/i.test(text) || isMultiChannelId(orderId);
  return {
    marketplaceId: marketplace?.marketplaceId ?? (cleanText(text) || "unknown"),
    channel: elsewhere ? "other" : "amazon",
    known: marketplace !== null || elsewhere,
  };
}
