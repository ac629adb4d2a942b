import type { Sample } from "./procedure-inputs.ts";

const something = (answer: unknown): boolean => typeof answer === "object" && answer !== null;

function inStore(more: Readonly<Record<string, unknown>> = {}): Sample {
  return { input: (workspace, ids) => ({ workspace, store: ids.store, ...more }), holdsData: something };
}

/** Procedures about calls to Amazon, the daily cap and the orders of the past. */
export const AMAZON_SAMPLES: Readonly<Record<string, Sample>> = {
  "amazon.dailyCap": inStore(),
  "amazon.setDailyCap": inStore({ cap: 100 }),
  "amazon.backFill": inStore(),
  "amazon.startBackFill": inStore({ from: "2026-01-01T00:00:00Z" }),
  "amazon.pauseBackFill": inStore(),
  "amazon.resumeBackFill": inStore(),
};
