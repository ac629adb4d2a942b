import { createHash } from "node:crypto";
import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { takeToken } from "@heed/db/identity/sign-in-rate";

/** Mails that somebody signed in makes us send to one address. */
const BY_ADDRESS = { capacity: 5, refillPerHour: 5 };

/** @throws LIMIT_EXCEEDED when this address got enough mails of this kind lately */
export async function limitMails(db: Db, { email, now }: { email: string; now: Instant }): Promise<void> {
  const key = `mail:${createHash("sha256").update(email.trim().toLowerCase()).digest("hex")}`;
  if (await takeToken(db, { key, ...BY_ADDRESS, now })) return;
  throw new AppError("LIMIT_EXCEEDED", "This address got several mails lately. Try again in some minutes.");
}
