import { PURPOSES } from "@heed/core/message/message";
import { PURPOSE_MEANINGS } from "@heed/core/message/purpose";
import type { SendFacts } from "@heed/core/policy/facts";
import { type Instant, Temporal } from "@heed/core/time";
import { and, eq, gte, inArray, or, sql } from "drizzle-orm";
import { parseInstant } from "../schema/columns.ts";
import { message } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";

export const CAP_SPAN = { hours: 24 };
const NOT_CRITICAL = PURPOSES.filter((purpose) => !PURPOSE_MEANINGS[purpose].critical);

type CapUse = Required<Pick<SendFacts, "sentLastDay" | "capFreesAt" | "mailedLastDay">>;

/** Proactive e-mails and non-critical typed messages count against the daily cap; solicitations do not (DESIGN §6). */
export const counted = or(
  and(eq(message.lane, "email"), eq(message.slot, "proactive")),
  and(eq(message.lane, "typed"), inArray(message.purpose, NOT_CRITICAL)),
);

/** Calls under way and those whose answer is unknown count as well: they took their place when they were claimed. */
export async function capUse(tx: TenantDb, storeId: string, now: Instant): Promise<CapUse> {
  const from = now.subtract(CAP_SPAN);
  const mine = and(eq(message.tenantId, tx.tenantId), eq(message.storeId, storeId), counted);
  const sent = await tx.sql
    .select({ lane: message.lane, n: sql<string>`count(*)`, oldest: sql<string>`min(${message.sentAt})::text` })
    .from(message)
    .where(and(mine, gte(message.sentAt, from)))
    .groupBy(message.lane);
  const underWay = await tx.sql
    .select({ lane: message.lane, n: sql<string>`count(*)`, oldest: sql<string>`min(${message.claimedAt})::text` })
    .from(message)
    .where(and(mine, sql`(${message.state} = 'sending' or ${message.state} = 'unknown')`, gte(message.claimedAt, from)))
    .groupBy(message.lane);
  const all = total([...sent, ...underWay]);
  const mailed = total([...sent, ...underWay].filter(({ lane }) => lane === "email"));
  return { sentLastDay: all.sent, capFreesAt: all.freesAt, mailedLastDay: mailed };
}

interface Counted {
  readonly n: string;
  readonly oldest: string;
}

function total(rows: readonly Counted[]): { readonly sent: number; readonly freesAt: Instant | null } {
  if (rows.length === 0) return { sent: 0, freesAt: null };
  const oldest = Math.min(...rows.map((row) => parseInstant(row.oldest).epochMilliseconds));
  const freesAt = Temporal.Instant.fromEpochMilliseconds(oldest).add(CAP_SPAN);
  return { sent: rows.reduce((sum, { n }) => sum + Number(n), 0), freesAt };
}
