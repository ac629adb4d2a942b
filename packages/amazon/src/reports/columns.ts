export type ReportKind = "orders" | "shipments";

export interface ColumnPlan {
  /** Amazon's name of the report type. */
  readonly type: string;
  /** Without these no line makes sense. */
  readonly required: readonly string[];
  /** Read where present; told as missing in the summary otherwise. */
  readonly wanted: readonly string[];
  /** Read where present; absent in many marketplaces and years. */
  readonly optional: readonly string[];
}

/**
 * Columns that Heed reads, by header name, as public parsers of real reports have them (2013-2025). What is not named
 * here is dropped before anything is kept: names, cities, postal codes, phone numbers.
 */
export const COLUMNS: Readonly<Record<ReportKind, ColumnPlan>> = {
  orders: {
    type: "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL",
    required: [
      "amazon-order-id",
      "purchase-date",
      "last-updated-date",
      "order-status",
      "fulfillment-channel",
      "sales-channel",
      "sku",
      "quantity",
    ],
    wanted: ["ship-service-level", "product-name", "asin", "item-status", "currency", "item-price"],
    optional: ["is-business-order", "is-replacement-order", "is-exchange-order"],
  },
  shipments: {
    type: "GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL",
    required: ["amazon-order-id", "amazon-order-item-id", "purchase-date", "shipment-date", "sku", "quantity-shipped"],
    wanted: [
      "buyer-email",
      "estimated-arrival-date",
      "reporting-date",
      "sales-channel",
      "product-name",
      "currency",
      "item-price",
      "ship-service-level",
    ],
    optional: [],
  },
};
