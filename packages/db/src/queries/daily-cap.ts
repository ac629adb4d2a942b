import { type CapSettings, dailyCap } from "@heed/core/policy/daily-cap";
import type { Instant } from "@heed/core/time";
import { and, asc, eq, gt, gte, lt, sql } from "drizzle-orm";
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
  return dailyCap({
    ...settings,
    ordersLastWeek: settings.own === null ? await ordersLastWeek(tx, { storeId, now }) : 0,
  });
}

export async function capSettings(tx: TenantDb, storeId: string): Promise<Omit<CapSettings, "ordersLastWeek">> {
  const [row] = await tx.sql
    .select({ own: store.ownDailyCap, base: store.dailyCap })
    .from(store)
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
  return row ?? { own: null, base: 0 };
}

async function ordersLastWeek(tx: TenantDb, { storeId, now }: StoreAt): Promise<number> {
  const since = now
    .subtract({ hours: 7 * 24 })
    .toZonedDateTimeISO("UTC")
    .toPlainDate()
    .toString();
  const [row] = await tx.sql
    .select({ n: sql<string>`coalesce(sum(${storeDay.count}), 0)` })
    .from(storeDay)
    .where(
      and(
        eq(storeDay.tenantId, tx.tenantId),
        eq(storeDay.storeId, storeId),
        gt(storeDay.day, since),
        eq(storeDay.lane, "none"),
        eq(storeDay.outcome, "orders"),
      ),
    );
  return Number(row?.n ?? 0);
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
