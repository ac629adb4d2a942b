import { eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { user } from "../schema/identity.ts";

/** The address that a person signs in with; null when the account is gone. */
export async function userEmail(db: Db, userId: string): Promise<string | null> {
  const [row] = await db.select({ email: user.email }).from(user).where(eq(user.id, userId));
  return row?.email ?? null;
}
