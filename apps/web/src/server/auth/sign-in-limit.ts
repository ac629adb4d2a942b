import { createHash } from "node:crypto";
import type { Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { takeToken } from "@heed/db/identity/sign-in-rate";

/** Mails to one address, and tries from one network address, before they have to wait. */
const BY_ADDRESS = { capacity: 5, refillPerHour: 5 };
const BY_NETWORK = { capacity: 30, refillPerHour: 60 };

interface Attempt {
  readonly email: string;
  readonly network: string;
  readonly now: Instant;
}

/** Both buckets must have a token. They know nothing of whether the address has an account. */
export async function signInAllowed(db: Db, { email, network, now }: Attempt): Promise<boolean> {
  const address = addressOf(email);
  const byNetwork = await takeToken(db, { key: bucketKey("network", network), ...BY_NETWORK, now });
  if (!byNetwork) return false;
  return takeToken(db, { key: bucketKey("address", address), ...BY_ADDRESS, now });
}

/** next-auth cuts the domain at a comma, so what stands around an address must not make another bucket. */
function addressOf(typed: string): string {
  const plain = typed.normalize("NFKC").trim().toLowerCase();
  for (const word of plain.split(/[\s,]/)) {
    const parts = word.split("@");
    const at = parts.findIndex((part, index) => part !== "" && (parts[index + 1] ?? "") !== "");
    if (at >= 0) return `${parts[at]}@${parts[at + 1]}`;
  }
  return plain;
}

const bucketKey = (kind: string, value: string): string =>
  `sign-in:${kind}:${createHash("sha256").update(value).digest("hex")}`;

/** The proxy nearest to us writes last; what stands before it is the sender's own claim. */
export function networkOf(forwardedFor: string | null): string {
  return forwardedFor?.split(",").at(-1)?.trim() || "unknown";
}
