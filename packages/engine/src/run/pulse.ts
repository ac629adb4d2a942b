import type { Logger } from "pino";
import type { Sql } from "../store/connect.ts";
import { beat, reclaim } from "../store/instances.ts";

export interface PulseOptions {
  readonly sql: Sql;
  readonly instance: number;
  readonly leaseSeconds: number;
  /** Called when items of a dead process came back. */
  readonly onReclaimed: () => void;
  readonly log: Logger;
}

/** Keeps the leases of this process alive and takes over those of dead ones, in real time. Returns how to stop. */
export function startPulse(options: PulseOptions): () => void {
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  const once = async () => {
    try {
      await beat(options.sql, options.instance, options.leaseSeconds);
      const count = await reclaim(options.sql, options.instance);
      if (count > 0) options.log.info({ count }, "took over the items of a process that is gone");
      if (count > 0) options.onReclaimed();
    } catch (error) {
      options.log.error({ err: error }, "the leases could not be prolonged");
    }
    if (!stopped) timer = setTimeout(() => void once(), options.leaseSeconds * 250);
  };
  void once();
  return () => {
    stopped = true;
    if (timer !== null) clearTimeout(timer);
  };
}
