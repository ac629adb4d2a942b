import type { Use } from "@heed/core/billing/allowance";
import type { Period } from "@heed/core/billing/entitlements";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { store } from "../schema/store.ts";
import { usageEntry } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

const inPeriod = (tx: TenantDb, { start, end }: Period) =>
  and(eq(usageEntry.tenantId, tx.tenantId), gte(usageEntry.at, start), lt(usageEntry.at, end));

const count = sql<string>`count(*)`;
const countOf = (kind: string) => sql<string>`count(*) filter (where ${usageEntry.kind} = ${kind})`;

/** What counts against the allowance of a period at this moment (DESIGN: reached + sent + sending + unknown). */
export async function usageOf(tx: TenantDb, period: Period): Promise<Use> {
  const [settled] = await tx.sql
    .select({ units: sql<string>`coalesce(sum(${usageEntry.units}), 0)` })
    .from(usageEntry)
    .where(inPeriod(tx, period));
  const underWay = await tx.sql
    .select({ state: message.state, count })
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), inArray(message.state, ["sending", "sent", "unknown"])))
    .groupBy(message.state);
  const of = (wanted: string) => Number(underWay.find(({ state }) => state === wanted)?.count ?? 0);
  return { reached: Number(settled?.units ?? 0), sent: of("sent"), sending: of("sending"), unknown: of("unknown") };
}

/** Net units of the 30 days before an instant. */
export async function reachedSince(tx: TenantDb, { since, now }: { since: Instant; now: Instant }): Promise<number> {
  const [row] = await tx.sql
    .select({ units: sql<string>`coalesce(sum(${usageEntry.units}), 0)` })
    .from(usageEntry)
    .where(inPeriod(tx, { start: since, end: now }));
  return Math.max(0, Number(row?.units ?? 0));
}

export interface UsageFigures {
  /** Settled as reached, whether billed or free. */
  readonly reached: number;
  /** Refused before they settled: never charged. */
  readonly refused: number;
  /** Charged, and taken back when the refusal became known. */
  readonly credited: number;
  /** Refused on evidence that is too weak to give money back. */
  readonly notCredited: number;
}

export async function usageFigures(tx: TenantDb, period: Period): Promise<UsageFigures> {
  const [row] = await tx.sql
    .select({
      reached: countOf("reached"),
      refused: countOf("refused"),
      credited: countOf("credit"),
      notCredited: sql<string>`count(*) filter (where ${usageEntry.reason} = 'not_credited')`,
    })
    .from(usageEntry)
    .where(inPeriod(tx, period));
  return {
    reached: Number(row?.reached ?? 0),
    refused: Number(row?.refused ?? 0),
    credited: Number(row?.credited ?? 0),
    notCredited: Number(row?.notCredited ?? 0),
  };
}

export interface UsageDay {
  /** UTC day, ISO. */
  readonly day: string;
  readonly reached: number;
  readonly refused: number;
  readonly credited: number;
  readonly net: number;
}

/** The ledger by days, newest first. */
export async function usageByDay(tx: TenantDb, period: Period): Promise<UsageDay[]> {
  const day = sql<string>`(${usageEntry.at} at time zone 'UTC')::date::text`;
  const rows = await tx.sql
    .select({
      day,
      reached: countOf("reached"),
      refused: countOf("refused"),
      credited: countOf("credit"),
      net: sql<string>`sum(${usageEntry.units})`,
    })
    .from(usageEntry)
    .where(inPeriod(tx, period))
    .groupBy(day)
    .orderBy(desc(day));
  return rows.map((row) => ({
    day: row.day,
    reached: Number(row.reached),
    refused: Number(row.refused),
    credited: Number(row.credited),
    net: Number(row.net),
  }));
}

export interface StoreUsage {
  readonly storeId: string;
  readonly store: string;
  readonly reached: number;
  readonly refused: number;
  readonly credited: number;
  readonly net: number;
}

/** Which store used what. */
export async function usageByStore(tx: TenantDb, period: Period): Promise<StoreUsage[]> {
  const net = sql<string>`sum(${usageEntry.units})`;
  const rows = await tx.sql
    .select({
      storeId: message.storeId,
      store: store.name,
      reached: countOf("reached"),
      refused: countOf("refused"),
      credited: countOf("credit"),
      net,
    })
    .from(usageEntry)
    .innerJoin(message, and(eq(message.tenantId, usageEntry.tenantId), eq(message.id, usageEntry.messageId)))
    .innerJoin(store, and(eq(store.tenantId, message.tenantId), eq(store.id, message.storeId)))
    .where(inPeriod(tx, period))
    .groupBy(message.storeId, store.name)
    .orderBy(desc(net), store.name);
  return rows.map((row) => ({
    storeId: row.storeId,
    store: row.store,
    reached: Number(row.reached),
    refused: Number(row.refused),
    credited: Number(row.credited),
    net: Number(row.net),
  }));
}
