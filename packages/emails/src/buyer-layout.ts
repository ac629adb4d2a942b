import { toPlainText } from "@heed/core/template/plain-text";

/** A message to a buyer as it goes out. There are no headers beside these: no list, no tracking, no reply tricks. */
export interface BuyerMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface BuyerMailInput {
  /** BCP 47. */
  readonly language: string;
  readonly subject: string;
  /** Rendered, escaped HTML of the body: p, a, ul, ol, li, br, strong, em. */
  readonly html: string;
}

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur)\b/i;

/**
 * The bare document around a message: no style, no class, no picture, so that Amazon's own look stays as it is
 * (guideline rules STYLE-01 to 08). Its text part says the same.
 */
export function buyerMail(input: BuyerMailInput): BuyerMail {
  const direction = RIGHT_TO_LEFT.test(input.language) ? ' dir="rtl"' : "";
  const html = [
    "<!doctype html>",
    `<html lang="${escapeHtml(input.language)}"${direction}>`,
    `<head><meta charset="utf-8"><title>${escapeHtml(input.subject)}</title></head>`,
    "<body>",
    input.html,
    "</body>",
    "</html>",
    "",
  ].join("\n");
  return { subject: input.subject, html, text: `${toPlainText(input.html)}\n` };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
