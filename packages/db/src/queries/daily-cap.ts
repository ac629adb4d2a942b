import { type CapSettings, dailyCap } from "@heed/core/policy/daily-cap";
import type { Instant } from "@heed/core/time";
import { and, asc, eq, gt, gte, inArray, lt, sql } from "drizzle-orm";
import { parseInstant } from "../schema/columns.ts";
import { message, storeDay } from "../schema/message.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { CAP_SPAN, counted } from "./cap-use.ts";

interface StoreAt {
  readonly storeId: string;
  readonly now: Instant;
}

/** The cap of a store: its own number, or four times the average of the last seven days' orders and a base. */
export async function dailyCapOf(tx: TenantDb, { storeId, now }: StoreAt): Promise<number> {
  const settings = await capSettings(tx, storeId);
  const orders =
    settings.own === null ? await ordersLastWeek(tx, { storeIds: [storeId], now }) : new Map<string, number>();
  return dailyCap({ ...settings, ordersLastWeek: orders.get(storeId) ?? 0 });
}

export async function capSettings(tx: TenantDb, storeId: string): Promise<Omit<CapSettings, "ordersLastWeek">> {
  const [row] = await tx.sql
    .select({ own: store.ownDailyCap, base: store.dailyCap })
    .from(store)
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
  return row ?? { own: null, base: 0 };
}

/** Of the last seven days, by store. */
export async function ordersLastWeek(
  tx: TenantDb,
  { storeIds, now }: { readonly storeIds: readonly string[]; readonly now: Instant },
): Promise<Map<string, number>> {
  if (storeIds.length === 0) return new Map();
  const since = now
    .subtract({ hours: 7 * 24 })
    .toZonedDateTimeISO("UTC")
    .toPlainDate()
    .toString();
  const rows = await tx.sql
    .select({ storeId: storeDay.storeId, n: sql<string>`sum(${storeDay.count})` })
    .from(storeDay)
    .where(
      and(
        eq(storeDay.tenantId, tx.tenantId),
        inArray(storeDay.storeId, [...storeIds]),
        gt(storeDay.day, since),
        eq(storeDay.lane, "none"),
        eq(storeDay.outcome, "orders"),
      ),
    )
    .groupBy(storeDay.storeId);
  return new Map(rows.map(({ storeId, n }) => [storeId, Number(n)]));
}

/**
 * When the place frees that a message gets while the cap is full: whoever was planned earlier comes first, so that nobody is
 * passed by, and all who wait do not come back at once for one place.
 */
export async function capTurn(
  tx: TenantDb,
  { storeId, messageId, cap, now }: StoreAt & { readonly messageId: string; readonly cap: number },
): Promise<Instant | null> {
  const mine = and(eq(message.tenantId, tx.tenantId), eq(message.storeId, storeId), counted);
  const line = tx.sql
    .select({ one: sql`1` })
    .from(message)
    .where(and(mine, eq(message.state, "planned"), lt(message.id, messageId), lt(message.dueAt, now.add(CAP_SPAN))))
    .limit(Math.max(0, cap - 1))
    .as("line");
  const [ahead] = await tx.sql.select({ n: sql<string>`count(*)` }).from(line);
  const at = sql<string>`coalesce(${message.sentAt}, ${message.claimedAt})`;
  const [place] = await tx.sql
    .select({ at: sql<string>`${at}::text` })
    .from(message)
    .where(and(mine, gte(at, now.subtract(CAP_SPAN).toString())))
    .orderBy(asc(at))
    .offset(Number(ahead?.n ?? 0))
    .limit(1);
  return place === undefined ? null : parseInstant(place.at).add(CAP_SPAN);
}
