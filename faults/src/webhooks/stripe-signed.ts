import { createHmac } from "node:crypto";

/** The header that Stripe would send now. */
export function signedHeader(secret: string, body: string): string {
  const stamp = Math.floor(Date.now() / 1000);
  return `t=${stamp},v1=${createHmac("sha256", secret).update(`${stamp}.${body}`).digest("hex")}`;
}
