import { z } from "zod";

const id = z.uuid();

/** Every event by name; they carry ids, never data. `web` and `worker` share them through the outbox. */
export const EVENTS = {
  /** A planned message falls due within the hour. */
  "order/due": z.object({ tenantId: id, storeId: id, messageId: id, planVersion: z.int() }),
  /** The same for a message that a person wrote: it goes beside the store's queue, not behind it. */
  "message/due": z.object({ tenantId: id, storeId: id, messageId: id, planVersion: z.int() }),
  /** Something changed about an order; a run that sleeps for this message may end. */
  "message/cancelled": z.object({ tenantId: id, messageId: id }),
  /** A person wants to know which typed messages Amazon allows for an order. */
  "order/actions": z.object({ tenantId: id, orderRef: id }),
  /** A mail was received and waits to be read. */
  "notice/received": z.object({ tenantId: id, inboundMailId: id }),
  /** A store should be synced now. */
  "store/sync": z.object({ tenantId: id, storeId: id }),
  /** Somebody wants to see a text in the own mailbox. */
  "template/test": z.object({
    tenantId: id,
    userId: id,
    templateId: id,
    version: z.int(),
    language: z.string().max(20),
    orderRef: id.nullable(),
  }),
  /** A row of `job` is due. */
  "job/due": z.object({ tenantId: id, jobId: id, attempt: z.int() }),
  /** Something changed at Stripe: its state is read again. `customerId` is what the event named, to be joined if ours. */
  "billing/changed": z.object({ tenantId: id, customerId: z.string().nullable() }),
} as const;

/** Outbox rows of this name never reach the executor: they only tell open pages that a topic changed. */
export const LIVE_ONLY = "live";

export const TOPICS = ["orders", "messages", "notices", "stores", "flows", "access", "billing"] as const;
export type Topic = (typeof TOPICS)[number];

export type EventName = keyof typeof EVENTS;
export type EventData<N extends EventName> = z.infer<(typeof EVENTS)[N]>;
