import PostalMime from "postal-mime";
import { parseMail } from "./parse-mail.ts";

export interface ShownMail {
  readonly from: string;
  readonly subject: string;
  readonly date: string | null;
  /** A whole page for a sandboxed frame: it runs nothing and loads nothing. */
  readonly html: string;
  /** What our reader made of it. */
  readonly text: string;
}

/** Nothing is fetched: no pictures, fonts, styles or frames from elsewhere; the frame itself allows no scripts. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";
const LONGEST = 200_000;

/** A mail as a person may look at it without telling its sender so. */
export async function showMail(raw: Uint8Array): Promise<ShownMail> {
  const parsed = await parseMail(raw);
  const email = await PostalMime.parse(raw, { maxNestingDepth: 64 }).catch(() => null);
  const html = email?.html?.slice(0, LONGEST) ?? `<pre style="white-space:pre-wrap">${escapeText(parsed.text)}</pre>`;
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer"><style>body{background:#fff;color:#111;font:14px/1.5 sans-serif}</style>`;
  return {
    from: parsed.from ?? "",
    subject: parsed.subject,
    date: parsed.date?.toString() ?? null,
    html: `<!doctype html><html><head>${head}</head><body>${html}</body></html>`,
    text: parsed.text.slice(0, LONGEST),
  };
}

function escapeText(text: string): string {
  return text.slice(0, LONGEST).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
