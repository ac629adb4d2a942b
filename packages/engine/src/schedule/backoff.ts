import { createHash } from "node:crypto";

/** Seconds before the second, third, ... try; the last one repeats. The steps of Inngest's own server. */
const table = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];

/**
 * Milliseconds to wait after a failed attempt (0 = the first). Up to a tenth is added so that runs which failed
 * together do not come back together; it follows from the run, so that a repeated demo takes the same course.
 */
export function backoff(runId: string, attempt: number): number {
  const seconds = table[Math.min(attempt, table.length - 1)] ?? 7200;
  const spread = createHash("sha256").update(`${runId}:${attempt}`).digest().readUInt16BE(0) / 65_536;
  return Math.round(seconds * 1000 * (1 + spread / 10));
}
