import { createHash } from "node:crypto";
import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { takeToken } from "@heed/db/identity/sign-in-rate";

const TESTS = { capacity: 10, refillPerHour: 20 };

/** Tests go to the own mailbox; a hung script must not fill it. */
export async function limitTests(
  db: Db,
  { userId, now }: { readonly userId: string; readonly now: Instant },
): Promise<void> {
  const key = `test-mail:${createHash("sha256").update(userId).digest("hex")}`;
  if (await takeToken(db, { key, ...TESTS, now })) return;
  throw new AppError("LIMIT_EXCEEDED", "Too many tests. Try again in some minutes.");
}
