import type { Breaker } from "@heed/amazon/ports";
import type { Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { askBreaker, noteGoodAnswer, noteOutage, regionWaits } from "@heed/db/commands/api-breaker";
import { type SystemDb, systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Logger } from "../logger.ts";

interface Parts {
  readonly db: Db;
  readonly system: SystemDb;
  readonly log: Logger;
}

export interface BreakerOf {
  readonly tenantId: string;
  readonly storeId: string;
  readonly region: "NA" | "EU" | "FE";
}

/** The breaker of one store, shared by all processes; a store of a region that is down waits as well. */
export function breakerOf({ db, system, log }: Parts, { tenantId, storeId, region }: BreakerOf): Breaker {
  const access = systemAccess(tenantId);
  return {
    async ask(now: Instant) {
      const own = await withTenant(db, access, (tx) => askBreaker(tx, { storeId, region, now }));
      // A store that was left alone itself tries for the others.
      if (own.failures > 0) return own;
      return { ...own, waitUntil: await regionWaits(system, { region, now }) };
    },
    goodAnswer: () => withTenant(db, access, (tx) => noteGoodAnswer(tx, { storeId })),
    async outage(now: Instant) {
      const until = await withTenant(db, access, (tx) => noteOutage(tx, { storeId, region, now }));
      if (until !== null)
        log.warn({ tenantId, storeId, until: until.toString() }, "Amazon fails a store; it is left alone");
    },
  };
}
