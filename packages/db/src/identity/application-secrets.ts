import type { NewSecret } from "@heed/core/order/order-notification";
import { and, desc, eq, gt, isNull, ne, or } from "drizzle-orm";
import { applicationSecret } from "../schema/amazon.ts";
import { type KeyRing, open, seal } from "../seal.ts";
import type { SystemDb } from "../system-db.ts";

export interface SecretPorts {
  readonly system: SystemDb;
  readonly ring: KeyRing;
}

/** Where Amazon does not say until when the one before is valid (its guide: seven days, 2026-11-25). */
const OLD_VALID_FOR_MS = 7 * 24 * 3_600_000;

const contextOf = (clientId: string) => ({
  table: "application_secret",
  column: "secret",
  tenantId: "application",
  rowId: clientId,
});

/** Keeps a secret that Amazon sent; the ones before end when Amazon says so. The same one again changes nothing. */
export async function keepSecret({ system, ring }: SecretPorts, secret: NewSecret): Promise<void> {
  const { clientId } = secret;
  const known = await validSecrets({ system, ring }, clientId);
  if (known.includes(secret.secret)) return;
  const receivedAt = new Date();
  const expiresAt = new Date(secret.oldExpiresAt?.epochMilliseconds ?? receivedAt.getTime() + OLD_VALID_FOR_MS);
  const sealed = seal(ring, contextOf(clientId), secret.secret);
  const [made] = await system.sql
    .insert(applicationSecret)
    .values({ clientId, secret: sealed, receivedAt })
    .returning({ id: applicationSecret.id });
  await system.sql
    .update(applicationSecret)
    .set({ expiresAt })
    .where(
      and(
        eq(applicationSecret.clientId, clientId),
        ne(applicationSecret.id, made?.id ?? ""),
        isNull(applicationSecret.expiresAt),
      ),
    );
}

/** The secrets that may be valid now, newest first: two while one takes over from the other. */
export async function validSecrets({ system, ring }: SecretPorts, clientId: string): Promise<readonly string[]> {
  const rows = await system.sql
    .select({ secret: applicationSecret.secret })
    .from(applicationSecret)
    .where(
      and(
        eq(applicationSecret.clientId, clientId),
        or(isNull(applicationSecret.expiresAt), gt(applicationSecret.expiresAt, new Date())),
      ),
    )
    .orderBy(desc(applicationSecret.receivedAt), desc(applicationSecret.id))
    .limit(2);
  return rows.map(({ secret }) => open(ring, contextOf(clientId), secret));
}

/** The one that Amazon sent last, and when it came; null where none did. */
export async function newestSecret(
  { system, ring }: SecretPorts,
  clientId: string,
): Promise<{ readonly secret: string; readonly receivedAt: Date } | null> {
  const [row] = await system.sql
    .select({ secret: applicationSecret.secret, receivedAt: applicationSecret.receivedAt })
    .from(applicationSecret)
    .where(eq(applicationSecret.clientId, clientId))
    .orderBy(desc(applicationSecret.receivedAt), desc(applicationSecret.id))
    .limit(1);
  return row === undefined ? null : { secret: open(ring, contextOf(clientId), row.secret), receivedAt: row.receivedAt };
}
