import { dailyCap } from "@heed/core/policy/daily-cap";
import type { Instant } from "@heed/core/time";
import { and, eq, sql } from "drizzle-orm";
import { AUTHORISATION_LIVES } from "../commands/connect-store.ts";
import type { AddressState } from "../commands/prove-address.ts";
import { message } from "../schema/message.ts";
import { address, store, storeCredential, syncCursor, type UnreadableOrder } from "../schema/store.ts";
import { tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { CAP_SPAN, counted } from "./cap-use.ts";
import { ordersLastWeek } from "./daily-cap.ts";
import { listStores, type StoreSummary } from "./stores.ts";

export interface StoreAddress {
  readonly id: string;
  readonly kind: "notice" | "sender";
  readonly marketplaceId: string;
  readonly localPart: string;
  readonly state: AddressState;
  readonly testedAt: Instant | null;
  readonly lastMailAt: Instant | null;
}

/** A store with everything that its page says about its health. */
export interface StoreDetails extends StoreSummary {
  readonly addresses: readonly StoreAddress[];
  readonly authorisedAt: Instant | null;
  /** When Amazon wants the permission renewed. */
  readonly authorisedUntil: Instant | null;
  readonly disconnectedAt: Instant | null;
  readonly purgeAt: Instant | null;
  readonly cutOverAt: Instant;
  readonly firstFlowAt: Instant | null;
  readonly restrictedUntil: Instant | null;
  /** Days after which a buyer who refused may get one e-mail again; null: never. */
  readonly probeAfterDays: number | null;
  /** What counts against the daily cap, of the last 24 h, and how many there may be. */
  readonly cap: { readonly used: number; readonly of: number };
  /** The cap that an admin set; null: its orders decide, and this much is added. */
  readonly ownDailyCap: number | null;
  readonly dailyCapBase: number;
  /** Orders of Amazon's answers that could not be read, the newest last. */
  readonly unreadable: readonly UnreadableOrder[];
  readonly serviceAddress: string | null;
  readonly serviceAddressConfirmed: boolean;
}

/** All stores of this access, each by a fixed number of statements for all of them together. */
export async function storeDetails(tx: TenantDb, { now }: { readonly now: Instant }): Promise<StoreDetails[]> {
  const summaries = await listStores(tx);
  const rows = new Map((await storeRows(tx)).map((row) => [row.store.id, row]));
  const addresses = Map.groupBy(await addressRows(tx), ({ storeId }) => storeId);
  const at = { storeIds: summaries.map(({ id }) => id), now };
  const [used, orders] = [await sentLastDay(tx, now), await ordersLastWeek(tx, at)];
  return summaries.flatMap((summary) => {
    const row = rows.get(summary.id);
    if (row === undefined) return [];
    const own = (addresses.get(summary.id) ?? []).map(({ storeId: _storeId, ...rest }) => rest);
    return [{ ...summary, ...detailsOf(row, used.get(summary.id) ?? 0, orders.get(summary.id) ?? 0), addresses: own }];
  });
}

type Row = Awaited<ReturnType<typeof storeRows>>[number];

function detailsOf({ store: s, authorisedAt, unreadable }: Row, used: number, week: number) {
  const { ownDailyCap, dailyCap: base } = s;
  return {
    authorisedAt,
    authorisedUntil: authorisedAt?.add(AUTHORISATION_LIVES) ?? null,
    disconnectedAt: s.disconnectedAt,
    purgeAt: s.purgeAt,
    cutOverAt: s.cutOverAt,
    firstFlowAt: s.firstFlowAt,
    restrictedUntil: s.restrictedUntil,
    probeAfterDays: s.probeAfterDays,
    cap: { used, of: dailyCap({ own: ownDailyCap, base, ordersLastWeek: week }) },
    ownDailyCap,
    dailyCapBase: base,
    unreadable: unreadable ?? [],
    serviceAddress: s.serviceAddress,
    serviceAddressConfirmed: s.serviceAddressConfirmedAt !== null,
  };
}

function storeRows(tx: TenantDb) {
  return tx.sql
    .select({ store, authorisedAt: storeCredential.authorisedAt, unreadable: syncCursor.unreadable })
    .from(store)
    .leftJoin(syncCursor, and(eq(syncCursor.tenantId, store.tenantId), eq(syncCursor.storeId, store.id)))
    .leftJoin(storeCredential, and(eq(storeCredential.tenantId, store.tenantId), eq(storeCredential.storeId, store.id)))
    .where(eq(store.tenantId, tx.tenantId));
}

async function addressRows(tx: TenantDb): Promise<(StoreAddress & { readonly storeId: string })[]> {
  const { id, storeId, kind, marketplaceId, localPart, testedAt, lastMailAt, receivedAt, provenAt } = address;
  const rows = await tx.sql
    .select({ id, storeId, kind, marketplaceId, localPart, testedAt, lastMailAt, receivedAt, provenAt })
    .from(address)
    .where(eq(address.tenantId, tx.tenantId))
    .orderBy(address.kind, address.marketplaceId);
  return rows.map(({ receivedAt: received, provenAt: proven, ...row }) => {
    const state = proven !== null ? "proven" : received !== null ? "receiving" : "not_proven";
    return { ...row, state };
  });
}

/** Counted store by store on the index of recent messages, so that a large store costs its own day only. */
async function sentLastDay(tx: TenantDb, now: Instant): Promise<Map<string, number>> {
  const rows = await tx.sql.execute<{ id: string; count: string }>(sql`
    select s.id, (
      select count(*) from ${message} where ${message.tenantId} = s.tenant_id and ${message.storeId} = s.id
        and ${counted} and ${message.sentAt} >= ${now.subtract(CAP_SPAN).toString()})::text as count
    from ${store} s where s.tenant_id = ${tx.tenantId}`);
  return new Map(rows.map(({ id, count }) => [id, Number(count)]));
}

export async function workspacePaused(tx: TenantDb): Promise<boolean> {
  const [row] = await tx.sql.select({ paused: tenant.paused }).from(tenant).where(eq(tenant.id, tx.tenantId));
  return row?.paused ?? false;
}
