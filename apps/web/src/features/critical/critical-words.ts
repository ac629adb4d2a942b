import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { Purpose } from "@heed/core/message/message";

/** What each purpose is for, as one would say it to a colleague. */
export const PURPOSE_HINTS: Readonly<Record<Purpose, string>> = {
  review_request: "A request for a review.",
  customization_question: "Ask what you need to know to make a customised item.",
  delivery_scheduling: "Agree on a day for the delivery.",
  address_issue: "Ask about a part of the address that is missing or wrong.",
  order_problem: "Tell the buyer about an unexpected problem with the order.",
  legal_disclosure: "Send a document that the law asks for.",
  digital_access_key: "Send the key of a digital product.",
  service_appointment: "Agree on a time for a home service.",
  invoice: "Send the invoice.",
  warranty: "Send warranty information.",
  return_question: "Ask what a return needs to be completed.",
};

const PROBLEMS = {
  revoked: "Amazon no longer lets Heed act for this store. Connect the store again.",
  not_found: "Amazon does not know this order any more.",
  refused: "Amazon does not tell what this order allows.",
  unreachable: "Amazon does not answer now. Ask again in a few minutes.",
} as const;

export function problemWords(problem: keyof typeof PROBLEMS): string {
  return PROBLEMS[problem];
}

/** The order's page in Seller Central, where a person can contact the buyer. */
export function sellerCentralLink(marketplaceId: string, orderId: string): string {
  const host = marketplaceById(marketplaceId)?.sellerCentralHost ?? "sellercentral.amazon.com";
  return `https://${host}/orders-v3/order/${encodeURIComponent(orderId)}`;
}
