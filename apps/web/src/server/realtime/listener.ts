import postgres from "postgres";
import type { Log } from "../services.ts";
import { CHANNEL, type LiveHub } from "./live-hub.ts";

export interface Listener {
  stop(): Promise<void>;
}

/** One connection for the whole process; the driver listens again by itself after a lost connection. */
export function startListener({ url, hub, log }: { url: string; hub: LiveHub; log: Log }): Listener {
  const sql = postgres(url, { max: 1, onnotice: () => undefined, connection: { application_name: "heed web live" } });
  const listening = sql.listen(CHANNEL, (payload) => hub.publish(payload));
  listening.catch((error: unknown) => log.warn({ err: error }, "live updates are off: the database does not answer"));
  return { stop: () => sql.end({ timeout: 1 }) };
}
