import { randomUUID } from "node:crypto";
import { AppError } from "@heed/core/errors";
import { z } from "zod";
import { keyOf } from "../ids.ts";
import { type ReadyEvent, readyEvent } from "../run/event.ts";

/** The largest event, in bytes of canonical JSON. */
const LARGEST_EVENT = 1024 * 1024;

const incoming = z.object({
  id: z.string().min(1).max(500).nullish(),
  name: z.string().min(1).max(500),
  data: z.record(z.string(), z.unknown()).nullish(),
  user: z.record(z.string(), z.unknown()).nullish(),
  v: z.string().max(100).nullish(),
  ts: z.int().nullish(),
});

export interface ReadContext {
  /** Epoch milliseconds of the engine's clock, for events without a time of their own. */
  readonly now: number;
  /** `x-inngest-event-id-seed`: makes the SDK's repeats of one request the same events. */
  readonly seed: string | null;
}

/** One event or a list, as the SDK posts them. Throws INVALID or LIMIT_EXCEEDED naming the place, never the content. */
export function readEvents(body: unknown, context: ReadContext): readonly ReadyEvent[] {
  const list: readonly unknown[] = Array.isArray(body) ? body : [body];
  return list.map((one, index) => readEvent(one, index, context));
}

function readEvent(one: unknown, index: number, context: ReadContext): ReadyEvent {
  const { id, name, data, user, v, ts } = parseEvent(one, index);
  const event = readyEvent({
    id: id ?? (context.seed === null ? randomUUID() : keyOf("seed", context.seed, index)),
    name,
    data: data ?? {},
    ...(user ? { user } : {}),
    ...(v ? { v } : {}),
    ts: ts ?? context.now,
  });
  if (event.text.length > LARGEST_EVENT)
    throw new AppError("LIMIT_EXCEEDED", `Event ${index} is longer than ${LARGEST_EVENT} bytes`);
  return event;
}

function parseEvent(one: unknown, index: number): z.infer<typeof incoming> {
  const parsed = incoming.safeParse(one);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new AppError(
      "INVALID",
      `Event ${index}: ${issue?.path.join(".") || "event"}: ${issue?.message ?? "invalid"}`,
    );
  }
  if (!parsed.data.name.startsWith("inngest/")) return parsed.data;
  throw new AppError("INVALID", `Event ${index}: names that begin with inngest/ are reserved`);
}
