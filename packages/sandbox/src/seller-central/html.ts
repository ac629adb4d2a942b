import type { Reply } from "../http/exchange.ts";

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

const STYLE = `
:root { color-scheme: light dark; --ink: #16191f; --soft: #565959; --line: #d5d9d9; --page: #eaeded; --card: #fff; --go: #ffd814; --link: #007185; }
@media (prefers-color-scheme: dark) { :root { --ink: #eaeded; --soft: #aab0b0; --line: #3c4246; --page: #14181c; --card: #1d2328; --link: #6cc7d6; } }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/22px system-ui, sans-serif; }
header { background: #232f3e; color: #fff; padding: 12px 24px; }
header small { color: #ffd814; margin-left: 8px; }
main { max-width: 640px; margin: 24px auto; padding: 24px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
h1 { font-size: 22px; line-height: 28px; margin: 0 0 12px; }
fieldset { border: 1px solid var(--line); border-radius: 8px; margin: 16px 0; padding: 8px 16px; }
label { display: block; padding: 6px 0; }
input[type=text] { width: 100%; box-sizing: border-box; padding: 6px 8px; font: inherit; }
button { font: inherit; padding: 8px 20px; border-radius: 20px; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer; }
button.go { background: var(--go); color: #16191f; border-color: #fcd200; }
p, li { color: var(--soft); } a { color: var(--link); } code { overflow-wrap: anywhere; }`;

/** A page that looks a little like Seller Central and says on its face that it is not. */
export function page(status: number, { title, body }: { readonly title: string; readonly body: string }): Reply {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><header><strong>Seller Central</strong><small>sandbox on this machine, not Amazon</small></header><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
  return {
    status,
    body: html,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    },
  };
}

/** `code` is Amazon's own, where one is documented. */
export function errorPage(code: "MD1000" | "MD5101" | null, text: string): Reply {
  return page(400, {
    title: code === null ? "This does not work" : `Error ${code}`,
    body: `<p>${escapeHtml(text)}</p>`,
  });
}

export function redirect(location: string): Reply {
  return { status: 302, body: "", headers: { location, "referrer-policy": "no-referrer" } };
}

export function hidden(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
}
