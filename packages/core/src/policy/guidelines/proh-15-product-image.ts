import type { GuidelineRule } from "../finding.ts";
import { CONTENT_LIST, report } from "./report.ts";

/** Where Amazon keeps the pictures of its listings. */
const LISTING_PICTURE =
  /^\s*(?:https?:)?\/\/[^/?#]*(?:media-amazon|ssl-images-amazon|images-amazon)\.com\/images\/[IP]\//i;
const SAYS_PRODUCT =
  /\b(?:product|item|asin)[-_ ]?(?:image|photo|picture|img|thumbnail)|\bproduct\.(?:jpe?g|png|webp)|\bproduktbild|\bphoto du produit|\bimagen del producto/i;

export const noProductImage: GuidelineRule = {
  id: "PROH-15",
  class: "prohibited-content",
  severity: "block",
  title: "No picture of the purchased product: Amazon adds it",
  source: CONTENT_LIST,
  languages: "all",
  check(_message, markup) {
    return markup.withAttributes
      .filter(({ name }) => name === "img")
      .filter(({ attributes }) => {
        const source = (attributes.get("src") ?? "").slice(0, 2_000);
        const words = `${attributes.get("alt") ?? ""} ${attributes.get("class") ?? ""} ${source}`.slice(0, 3_000);
        return LISTING_PICTURE.test(source) || SAYS_PRODUCT.test(words);
      })
      .map(({ whole }) =>
        report(this, {
          message: "Amazon shows the product itself; its picture may not be added.",
          range: whole,
          fix: "",
        }),
      );
  },
};
