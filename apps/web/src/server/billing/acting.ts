import { appendAudit } from "@heed/db/commands/append-audit";
import { syncBilling } from "@heed/db/commands/sync-billing";
import { type Access, withTenant } from "@heed/db/tenant-db";
import type { Services } from "../services.ts";

/** Somebody who does something about the workspace's subscription. */
export interface Acting {
  readonly services: Services;
  readonly access: Access;
  readonly workspace: { readonly slug: string; readonly name: string };
  readonly email: string;
  /** The billing page, where Stripe sends people back to. */
  readonly returnUrl: string;
}

/** Reads Stripe at once, so that the page shows what was just done; the event that follows finds it done. */
export async function refresh({ services: { db, stripe, clock }, access }: Acting): Promise<void> {
  await syncBilling({ db, stripe }, { tenantId: access.tenantId, customerId: null, now: clock.now() });
}

export interface Act {
  readonly act: string;
  readonly before?: Readonly<Record<string, string | number | boolean | null>>;
  readonly after?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What was done at Stripe, with who did it: written before the state is read again. */
export async function done(acting: Acting, act: Act): Promise<void> {
  const { services, access } = acting;
  const now = services.clock.now();
  const subject = `workspace:${access.tenantId}`;
  await withTenant(services.db, access, (tx) => appendAudit(tx, { now, subject, ...act }));
  await refresh(acting);
}
