import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** How far the clocks of engine and worker may be apart, in seconds. Always real time. */
const TOLERANCE = 5 * 60;

function bareKey(signingKey: string): string {
  return signingKey.replace(/^signkey-\w+-/, "");
}

/** The value of `x-inngest-signature` for a body that is canonical JSON (calls) or raw text (answers). */
export function sign(body: string, signingKey: string, unixSeconds: number): string {
  const t = unixSeconds.toString();
  return `t=${t}&s=${createHmac("sha256", bareKey(signingKey)).update(body).update(t).digest("hex")}`;
}

/** Whether the header is a fresh signature of the body. */
export function verify(body: string, header: string, options: { signingKey: string; unixSeconds: number }): boolean {
  const fields = new URLSearchParams(header);
  const t = Number(fields.get("t") ?? "");
  if (!Number.isInteger(t) || Math.abs(options.unixSeconds - t) > TOLERANCE) return false;
  return sameText(sign(body, options.signingKey, t), `t=${t}&s=${fields.get("s") ?? ""}`);
}

/** What the SDK sends as its bearer token: the key's prefix and the SHA-256 of the bytes that its hex stands for. */
export function bearerOf(signingKey: string): string {
  const prefix = /^signkey-\w+-/.exec(signingKey)?.[0] ?? "";
  return `${prefix}${createHash("sha256")
    .update(Buffer.from(bareKey(signingKey), "hex"))
    .digest("hex")}`;
}

export function sameText(left: string, right: string): boolean {
  const a = createHash("sha256").update(left).digest();
  const b = createHash("sha256").update(right).digest();
  return timingSafeEqual(a, b);
}
