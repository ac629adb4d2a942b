import { type EventData, type EventName, LIVE_ONLY, type Topic } from "@heed/core/events";
import type { Instant } from "@heed/core/time";
import { outbox } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

export type OutboxEvent = { [N in EventName]: { readonly name: N; readonly data: EventData<N> } }[EventName];

/** Writes events in the caller's transaction; the relay sends them after the commit. */
export async function appendEvents(tx: TenantDb, events: readonly OutboxEvent[], now: Instant): Promise<void> {
  if (events.length === 0) return;
  await tx.sql
    .insert(outbox)
    .values(events.map((event) => ({ tenantId: tx.tenantId, name: event.name, data: event.data, createdAt: now })));
}

/** Tells open pages of the tenant that a topic changed. */
export async function appendLive(tx: TenantDb, topics: readonly Topic[], now: Instant): Promise<void> {
  if (topics.length === 0) return;
  await tx.sql
    .insert(outbox)
    .values(topics.map((topic) => ({ tenantId: tx.tenantId, name: LIVE_ONLY, data: {}, topic, createdAt: now })));
}
