import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";

/** Login with Amazon: access tokens live one hour. */
export const ACCESS_TOKEN_LIFE = 3600;

/** Stands where a seller stands in other tokens. */
export const grantlessHolder = (scope: string) => `scope ${scope}`;

export type TokenVerdict =
  | { readonly kind: "valid"; readonly sellerId: string }
  | { readonly kind: "expired" | "invalid" };

/** A token that carries its seller and age, so that it stays good over a restart without being stored. */
export function issueAccessToken(
  key: string,
  claim: { readonly sellerId: string; readonly now: Instant; readonly nonce: string },
): string {
  const payload = Buffer.from(JSON.stringify([claim.sellerId, claim.now.epochMilliseconds, claim.nonce])).toString(
    "base64url",
  );
  return `Atza|${payload}.${seal(key, payload)}`;
}

export function checkAccessToken(key: string, token: string, now: Instant): TokenVerdict {
  const [payload, mac] = token.replace(/^Atza\|/, "").split(".");
  if (!token.startsWith("Atza|") || payload === undefined || mac === undefined || !same(mac, seal(key, payload)))
    return { kind: "invalid" };
  const [sellerId, issued] = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as [string, number, string];
  const expires = Temporal.Instant.fromEpochMilliseconds(issued).add({ seconds: ACCESS_TOKEN_LIFE });
  return Temporal.Instant.compare(now, expires) < 0 ? { kind: "valid", sellerId } : { kind: "expired" };
}

function seal(key: string, payload: string): string {
  return createHmac("sha256", key).update(payload).digest("base64url");
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
