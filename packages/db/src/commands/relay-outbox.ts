import { LIVE_ONLY } from "@heed/core/events";
import type { Instant } from "@heed/core/time";
import { asc, inArray, isNull, lt, sql } from "drizzle-orm";
import { outbox } from "../schema/work.ts";
import type { SystemDb } from "../system-db.ts";

export interface RelayedEvent {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

export interface RelayInput {
  readonly limit: number;
  readonly now: Instant;
  /** Hands the events to the executor; throws when it did not take all of them. */
  readonly send: (events: readonly RelayedEvent[]) => Promise<void>;
}

export interface Relayed {
  readonly rows: number;
  /** What open pages should hear of: each pair once. */
  readonly topics: readonly { readonly tenantId: string; readonly topic: string }[];
}

/**
 * Sends the oldest unsent rows and marks them after the executor took them. Killed in between, it sends them again:
 * receivers rely on the claim, not on single delivery. Several relays share the work by SKIP LOCKED.
 */
export async function relayOutbox(system: SystemDb, { limit, now, send }: RelayInput): Promise<Relayed> {
  return system.sql.transaction(async (tx) => {
    const rows = await tx
      .select({ id: outbox.id, tenantId: outbox.tenantId, name: outbox.name, data: outbox.data, topic: outbox.topic })
      .from(outbox)
      .where(isNull(outbox.sentAt))
      .orderBy(asc(outbox.seq))
      .limit(limit)
      .for("update", { skipLocked: true });
    if (rows.length === 0) return { rows: 0, topics: [] };
    const events = rows.filter(({ name }) => name !== LIVE_ONLY).map(({ id, name, data }) => ({ id, name, data }));
    if (events.length > 0) await send(events);
    await tx
      .update(outbox)
      .set({ sentAt: now })
      .where(
        inArray(
          outbox.id,
          rows.map(({ id }) => id),
        ),
      );
    return { rows: rows.length, topics: distinctTopics(rows) };
  });
}

function distinctTopics(rows: readonly { tenantId: string; name: string; topic: string | null }[]) {
  const pairs = new Map<string, { tenantId: string; topic: string }>();
  for (const { tenantId, topic } of rows) if (topic !== null) pairs.set(`${tenantId} ${topic}`, { tenantId, topic });
  return [...pairs.values()];
}

/** Tells the web processes; they fetch what they are allowed to see. */
export async function notifyLive(
  system: SystemDb,
  change: { readonly tenantId: string; readonly topic: string },
): Promise<void> {
  await system.sql.execute(sql`select pg_notify('heed_live', ${JSON.stringify(change)})`);
}

/** Sent rows are kept for a while for the people who look into an incident, then go in batches. */
export async function purgeOutbox(
  system: SystemDb,
  { sentBefore, limit }: { sentBefore: Instant; limit: number },
): Promise<number> {
  let removed = 0;
  for (;;) {
    const old = system.sql.select({ id: outbox.id }).from(outbox).where(lt(outbox.sentAt, sentBefore)).limit(limit);
    const rows = await system.sql.delete(outbox).where(inArray(outbox.id, old)).returning({ id: outbox.id });
    removed += rows.length;
    if (rows.length < limit) return removed;
  }
}
