import { KILL_POINTS, type KillPoint } from "@heed/worker/adapters/kill-points";
import { seededRandom } from "../random.ts";

export interface Kill {
  readonly point: KillPoint;
  /** Dies at this pass of the point, counted from the start of the process. */
  readonly nth: number;
}

/** The points at which a call may have been made and is not yet written down. */
const IN_BETWEEN: ReadonlySet<KillPoint> = new Set([
  "after_intent",
  "before_call",
  "after_call",
  "before_outcome",
  "after_outcome",
]);

/** Few passes between two kills: a process that lives long is killed seldom. */
const LATEST_PASS = 3;

/** Each point in turn, so that every one is hit as often as the others; how long a process lives is drawn. */
export function planKills(count: number, seed: number): Kill[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => ({
    point: KILL_POINTS[index % KILL_POINTS.length] ?? KILL_POINTS[0],
    nth: 1 + random.below(LATEST_PASS),
  }));
}

export function fellInBetween({ point }: Kill): boolean {
  return IN_BETWEEN.has(point);
}
