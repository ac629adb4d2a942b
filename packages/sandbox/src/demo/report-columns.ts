/** Columns as seen in public parsers of real reports from 2013 to 2025; they come and go by year and marketplace. */
export const ORDERS_REPORT_COLUMNS: readonly string[] = [
  "amazon-order-id", "merchant-order-id", "purchase-date", "last-updated-date", "order-status",
  "fulfillment-channel", "sales-channel", "order-channel", "url", "ship-service-level", "product-name",
  "sku", "asin", "item-status", "quantity", "currency", "item-price", "item-tax", "shipping-price",
  "shipping-tax", "gift-wrap-price", "gift-wrap-tax", "item-promotion-discount", "ship-promotion-discount",
  "ship-city", "ship-state", "ship-postal-code", "ship-country", "promotion-ids", "is-business-order",
  "purchase-order-number", "price-designation",
];

/** `points-granted` is in Japan's reports only. */
export const SHIPMENTS_REPORT_COLUMNS: readonly string[] = [
  "amazon-order-id", "merchant-order-id", "shipment-id", "shipment-item-id", "amazon-order-item-id",
  "merchant-order-item-id", "purchase-date", "payments-date", "shipment-date", "reporting-date", "buyer-email",
  "buyer-name", "buyer-phone-number", "sku", "product-name", "quantity-shipped", "currency", "item-price",
  "item-tax", "shipping-price", "shipping-tax", "gift-wrap-price", "gift-wrap-tax", "ship-service-level",
  "recipient-name", "ship-address-1", "ship-address-2", "ship-address-3", "ship-city", "ship-state",
  "ship-postal-code", "ship-country", "ship-phone-number", "bill-address-1", "bill-address-2", "bill-address-3",
  "bill-city", "bill-state", "bill-postal-code", "bill-country", "item-promotion-discount",
  "ship-promotion-discount", "carrier", "tracking-number", "estimated-arrival-date", "fulfillment-center-id",
  "fulfillment-channel", "sales-channel", "points-granted",
];
