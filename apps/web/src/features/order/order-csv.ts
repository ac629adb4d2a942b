import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { LANE_WORDS, NOT_PLANNED, STATE_LOOKS } from "../message/message-words.ts";
import type { OrderRow } from "./order-columns.tsx";

export const ORDER_CSV_HEADER = [
  "Order",
  "Store",
  "Marketplace",
  "Bought (UTC)",
  "Delivery by (UTC)",
  "Delivery estimated",
  "Fulfilled by",
  "Status",
  "State",
  "Lane",
  "Due (UTC)",
  "Sent (UTC)",
  "Reason",
] as const;

/** One order as a line of the export; instants in UTC, since a file spans marketplaces. */
export function orderCsvRow(row: OrderRow): readonly string[] {
  const { delivery, message } = row;
  return [
    row.orderId,
    row.storeName,
    marketplaceLook(row.marketplaceId).country,
    row.purchasedAt.toString(),
    (delivery?.latest ?? delivery?.earliest)?.toString() ?? "",
    delivery === null ? "" : delivery.estimated ? "yes" : "no",
    row.fulfilledBy,
    row.status,
    message === null ? NOT_PLANNED.word : STATE_LOOKS[message.state].word,
    message === null ? "" : LANE_WORDS[message.lane],
    message?.dueAt.toString() ?? "",
    message?.sentAt?.toString() ?? "",
    message?.endRule ?? row.verdictRule ?? "",
  ];
}
