import type { Db } from "../client.ts";
import { authAdapter } from "./auth-adapter.ts";

/** The id of the user with this address, made where it is missing. */
export async function ensureUser(db: Db, email: string): Promise<string> {
  const adapter = authAdapter(db);
  const found = await adapter.getUserByEmail(email);
  return (found ?? (await adapter.createUser({ email, emailVerified: null }))).id;
}
