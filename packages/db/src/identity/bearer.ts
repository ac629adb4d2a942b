import { createHash, randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Db, Transaction } from "../client.ts";

/** A secret for a link in a mail; we keep its hash alone. */
export function newToken(): { token: string; tokenHash: Uint8Array } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}

export const hashToken = (token: string): Uint8Array => createHash("sha256").update(token).digest();

/** A transaction that shows the invitation or the offered grant that this token belongs to, and nothing else. */
export function asBearer<T>(db: Db, token: string, fn: (tx: Transaction) => Promise<T>): Promise<T> {
  const hash = Buffer.from(hashToken(token)).toString("hex");
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.tenant_id', '', true), set_config('app.user_id', '', true),
      set_config('app.system', '', true), set_config('app.token', ${hash}, true)`);
    return fn(tx);
  });
}
