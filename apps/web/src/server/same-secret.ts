import { createHash, timingSafeEqual } from "node:crypto";

/** Whether a caller knows the secret; in constant time, and never where none is set. */
export function isSecret(given: string | null, secret: string | undefined): boolean {
  if (given === null || secret === undefined) return false;
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
