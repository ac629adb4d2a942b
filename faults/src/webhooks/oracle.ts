import { createHmac } from "node:crypto";

/** A delivery as it arrives: header names in lower case. */
export interface Delivery {
  readonly secret: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TOLERANCE = 300;

/**
 * Says by the Standard Webhooks specification alone whether a delivery is valid. Written apart from the product's
 * verification, so that both would have to be wrong in the same way.
 */
export function isValid({ secret, headers, body }: Delivery, nowSeconds: number): boolean {
  const bare = secret.replace(/^whsec_/, "");
  if (bare === "") return false;
  const prefix = headers["svix-id"] === undefined && headers["webhook-id"] !== undefined ? "webhook" : "svix";
  const [id, stamp, given] = ["id", "timestamp", "signature"].map((name) => headers[`${prefix}-${name}`] ?? "");
  if (!id || !stamp || !given || !/^\d+$/.test(stamp)) return false;
  if (Math.abs(nowSeconds - Number(stamp)) > TOLERANCE) return false;
  return given.split(" ").includes(sign(secret, { id, stamp, body }));
}

/** Signs as the specification says. */
export function sign(secret: string, { id, stamp, body }: { id: string; stamp: string; body: string }): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${stamp}.${body}`).digest("base64")}`;
}
