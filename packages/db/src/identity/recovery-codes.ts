import { createHash, randomInt } from "node:crypto";
import type { Instant } from "@heed/core/time";
import { and, count, eq, isNull } from "drizzle-orm";
import type { Db, Transaction } from "../client.ts";
import { recoveryCode } from "../schema/identity.ts";

const COUNT = 10;
const LENGTH = 16;
/** Without what is easily confused when it is read from paper: 32 signs, 5 bits each. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Replaces all codes of a person; they are shown once and kept as hashes (80 random bits need no salt). */
export async function replaceRecoveryCodes(db: Db | Transaction, userId: string): Promise<readonly string[]> {
  const codes = Array.from({ length: COUNT }, newCode);
  await db.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
  await db.insert(recoveryCode).values(codes.map((code) => ({ userId, codeHash: hashOf(code) })));
  return codes;
}

/** Takes a code, once: of two tries at the same time one succeeds. */
export async function takeRecoveryCode(
  db: Db,
  { userId, code, now }: { userId: string; code: string; now: Instant },
): Promise<boolean> {
  const rows = await db
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(and(eq(recoveryCode.userId, userId), eq(recoveryCode.codeHash, hashOf(code)), isNull(recoveryCode.usedAt)))
    .returning({ userId: recoveryCode.userId });
  return rows.length === 1;
}

export async function recoveryCodesLeft(db: Db, userId: string): Promise<number> {
  const [row] = await db
    .select({ left: count() })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt)));
  return row?.left ?? 0;
}

function newCode(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
  return signs.replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** However it is typed: with or without dashes, in small letters. */
const hashOf = (code: string): Uint8Array =>
  createHash("sha256")
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ""))
    .digest();
