import { AppError } from "@heed/core/errors";
import { and, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { authenticator } from "../schema/identity.ts";
import { confirmed } from "./second-factor.ts";

interface Rename {
  readonly userId: string;
  readonly id: string;
  readonly name: string;
}

/** So that people with several know which one they removed or lost. */
export async function renameAuthenticator(db: Db, { userId, id, name }: Rename): Promise<void> {
  const rows = await db
    .update(authenticator)
    .set({ name })
    .where(and(confirmed(userId), eq(authenticator.id, id)))
    .returning({ id: authenticator.id });
  if (rows.length === 0) throw new AppError("NOT_FOUND", "This second factor is gone already.");
}
