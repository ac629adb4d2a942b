import type { Instant } from "@heed/core/time";
import { and, desc, eq, isNull, max, min, sql } from "drizzle-orm";
import { parseInstant } from "../schema/columns.ts";
import { inboundMail } from "../schema/notice.ts";
import { address } from "../schema/store.ts";
import { outbox } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";
import { listStores } from "./stores.ts";

export type PartState = "ok" | "trouble" | "unknown";

export interface SystemState {
  readonly amazon: {
    readonly state: PartState;
    readonly lastAt: Instant | null;
    readonly stores: readonly {
      readonly id: string;
      readonly name: string;
      readonly lastSyncAt: Instant | null;
      readonly lastError: string | null;
    }[];
  };
  readonly mail: { readonly state: PartState; readonly lastAt: Instant | null; readonly unread: number };
  readonly engine: { readonly state: PartState; readonly lastAt: Instant | null; readonly unsent: number };
}

/** Work that waits longer than this is not on its way, it is stuck. */
const STUCK_AFTER = { minutes: 10 };

/** Whether Amazon, mail and the engine do their work for this workspace. */
export async function systemState(tx: TenantDb, { now }: { now: Instant }): Promise<SystemState> {
  const stuckBefore = now.subtract(STUCK_AFTER);
  return { amazon: await amazon(tx), mail: await mail(tx, stuckBefore), engine: await engine(tx, stuckBefore) };
}

async function amazon(tx: TenantDb): Promise<SystemState["amazon"]> {
  const stores = (await listStores(tx)).map(({ id, name, lastSyncAt, lastError }) => ({
    id,
    name,
    lastSyncAt,
    lastError,
  }));
  const synced = stores.flatMap(({ lastSyncAt }) => lastSyncAt ?? []);
  const lastAt = synced.reduce<Instant | null>((last, at) => (last !== null && later(last, at) ? last : at), null);
  const trouble = stores.some(({ lastError }) => lastError !== null);
  return { state: trouble ? "trouble" : lastAt === null ? "unknown" : "ok", lastAt, stores };
}

async function mail(tx: TenantDb, stuckBefore: Instant): Promise<SystemState["mail"]> {
  const [last] = await tx.sql
    .select({ at: max(address.lastMailAt) })
    .from(address)
    .where(eq(address.tenantId, tx.tenantId));
  const [unread] = await tx.sql
    .select({ n: sql<number>`count(*)`.mapWith(Number), oldest: min(inboundMail.receivedAt) })
    .from(inboundMail)
    .where(and(eq(inboundMail.tenantId, tx.tenantId), sql`${inboundMail.state} = 'received'`));
  const lastAt = last?.at ?? null;
  const stuck = isBefore(unread?.oldest ?? null, stuckBefore);
  return { state: stuck ? "trouble" : lastAt === null ? "unknown" : "ok", lastAt, unread: unread?.n ?? 0 };
}

async function engine(tx: TenantDb, stuckBefore: Instant): Promise<SystemState["engine"]> {
  const [unsent] = await tx.sql
    .select({ n: sql<number>`count(*)`.mapWith(Number), oldest: min(outbox.createdAt) })
    .from(outbox)
    .where(and(eq(outbox.tenantId, tx.tenantId), isNull(outbox.sentAt)));
  // Ids are ordered by time, so the newest row is the first of the key read backwards.
  const [newest] = await tx.sql
    .select({ at: sql<string>`coalesce(${outbox.sentAt}, ${outbox.createdAt})::text` })
    .from(outbox)
    .where(eq(outbox.tenantId, tx.tenantId))
    .orderBy(desc(outbox.id))
    .limit(1);
  const lastAt = newest === undefined ? null : parseInstant(newest.at);
  const stuck = isBefore(unsent?.oldest ?? null, stuckBefore);
  return { state: stuck ? "trouble" : lastAt === null ? "unknown" : "ok", lastAt, unsent: unsent?.n ?? 0 };
}

const later = (a: Instant, b: Instant) => a.epochMilliseconds > b.epochMilliseconds;
const isBefore = (at: Instant | null, limit: Instant) => at !== null && later(limit, at);
