import type { Reply } from "../http/exchange.ts";

export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

export const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

export function field(name: string, label: string, value = ""): string {
  return `<label>${label}<input name="${name}" value="${escapeText(value)}"></label>`;
}

interface CardForm {
  readonly card: string;
  readonly needsConfirmation: boolean;
  readonly error: string | null;
}

export function cardFields({ card, needsConfirmation, error }: CardForm): string {
  const said = error === null ? "" : `<p role="alert">${escapeText(error)}</p>`;
  const confirmed = needsConfirmation ? '<input type="hidden" name="confirmed" value="yes">' : "";
  return `${said}${field("card", "Card number", card)}${confirmed}`;
}

const STYLE = `body{font:16px/24px system-ui;max-width:480px;margin:48px auto;padding:0 16px}
label{display:block;margin:12px 0}input{display:block;width:100%;padding:8px;font:inherit;box-sizing:border-box}
button{padding:8px 16px;font:inherit}`;

/** Says on each page that no money moves. */
export function page(status: number, { title, body }: { readonly title: string; readonly body: string }): Reply {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeText(title)}</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>
<body><main><h1>${escapeText(title)}</h1><p>This is the sandbox of Stripe: no money moves. 4242 4242 4242 4242 pays.</p>${body}</main></body></html>`;
  return { status, body: html, headers: { "content-type": "text/html; charset=utf-8" } };
}
