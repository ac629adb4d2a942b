import { createHash } from "node:crypto";
import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { Order } from "@heed/core/order/order";
import { pickLanguage } from "@heed/core/template/pick-language";
import { renderTemplate } from "@heed/core/template/render";
import type { Language, TemplateVersion } from "@heed/core/template/template";
import { type BuyerMail, buyerMail } from "./buyer-layout.ts";

export interface OrderMailInput {
  readonly template: TemplateVersion;
  /** The buyer's language, BCP 47. */
  readonly wanted: string;
  readonly order: Pick<Order, "orderId" | "marketplaceId" | "items">;
  readonly storeName: string;
}

/** What a template says about an order; without a mail where no text is in the language, or the text does not render. */
export type OrderMail =
  | { readonly kind: "mail"; readonly language: Language; readonly mail: BuyerMail; readonly hash: string }
  | { readonly kind: "no_language" }
  | { readonly kind: "problem"; readonly language: Language; readonly message: string };

/** Pure: the same template version, language, order and store give the same bytes, so that a repeat can prove it is one. */
export function renderOrderMail({ template, wanted, order, storeName }: OrderMailInput): OrderMail {
  const language = pickLanguage(
    wanted,
    template.texts.map((text) => text.language),
  );
  const text = template.texts.find((candidate) => candidate.language === language);
  if (language === null || text === undefined) return { kind: "no_language" };
  const marketplace = marketplaceById(order.marketplaceId);
  const rendered = renderTemplate({
    text,
    variables: {
      order: { id: order.orderId, items: order.items.map(({ title, quantity }) => ({ title, quantity })) },
      store: { name: storeName },
      marketplace: { name: marketplace?.name ?? "Amazon", domain: marketplace?.domain ?? "amazon.com" },
    },
  });
  if ("problem" in rendered) return { kind: "problem", language, message: rendered.message };
  const mail = buyerMail(rendered);
  return { kind: "mail", language, mail, hash: hashOf(mail) };
}

function hashOf({ subject, html, text }: BuyerMail): string {
  return createHash("sha256")
    .update(JSON.stringify([subject, html, text]))
    .digest("hex");
}
