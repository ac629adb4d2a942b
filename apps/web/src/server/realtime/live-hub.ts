import { TOPICS, type Topic } from "@heed/core/events";
import { z } from "zod";

export const CHANNEL = "heed_live";

const PAYLOAD = z.object({ tenantId: z.string(), topic: z.enum(TOPICS) });

export interface LiveHub {
  /** Topics of one tenant that changed, as they come; ends with the signal. */
  changes(tenantId: string, signal: AbortSignal): AsyncIterable<Topic>;
  /** Takes what Postgres notified; anything else than `{tenantId, topic}` is dropped. */
  publish(payload: string): void;
}

type Listener = (topic: Topic) => void;

/** Fans the notifications of one connection out to the open pages of each tenant. */
export function createLiveHub(): LiveHub {
  const listeners = new Map<string, Set<Listener>>();
  return {
    publish(payload) {
      const parsed = PAYLOAD.safeParse(parseJson(payload));
      if (!parsed.success) return;
      for (const listener of listeners.get(parsed.data.tenantId) ?? []) listener(parsed.data.topic);
    },
    async *changes(tenantId, signal) {
      const waiting = new Set<Topic>();
      let wake: () => void = () => undefined;
      const listener: Listener = (topic) => {
        waiting.add(topic);
        wake();
      };
      const stop = () => wake();
      listen(listeners, tenantId, listener);
      signal.addEventListener("abort", stop);
      try {
        while (!signal.aborted) {
          for (const topic of waiting) {
            waiting.delete(topic);
            yield topic;
          }
          if (waiting.size > 0 || signal.aborted) continue;
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      } finally {
        signal.removeEventListener("abort", stop);
        forget(listeners, tenantId, listener);
      }
    },
  };
}

function listen(listeners: Map<string, Set<Listener>>, tenantId: string, listener: Listener): void {
  const known = listeners.get(tenantId) ?? new Set();
  listeners.set(tenantId, known.add(listener));
}

function forget(listeners: Map<string, Set<Listener>>, tenantId: string, listener: Listener): void {
  const known = listeners.get(tenantId);
  known?.delete(listener);
  if (known?.size === 0) listeners.delete(tenantId);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
