import type { HeardFacts } from "@heed/core/analytics/heard";
import { Temporal } from "@heed/core/time";
import type { address } from "../schema/store.ts";

/** What an address's row tells of mails that came. */
export function heardFacts(row: typeof address.$inferSelect): HeardFacts {
  const heard = [row.lastMailAt, row.receivedAt].filter((at) => at !== null);
  return {
    testedAt: row.testedAt,
    testOpen: row.testHash !== null,
    heardAt: heard.toSorted(Temporal.Instant.compare).at(-1) ?? null,
  };
}
