/** The named points of PROOF.md, fault 1, in the order in which a send passes them. */
export const KILL_POINTS = [
  "before_intent",
  "after_intent",
  "before_call",
  "after_call",
  "before_outcome",
  "after_outcome",
  "after_ledger",
] as const;
export type KillPoint = (typeof KILL_POINTS)[number];

export interface KillPoints {
  /** Dies here with SIGKILL if this is the point and the time that were asked for; else does nothing. */
  pass(point: KillPoint): void;
}

export const noKillPoints: KillPoints = { pass: () => undefined };

/**
 * Reads `<point>:<nth>`; several, separated by commas, count each on its own.
 * @throws Error for a point that does not exist
 */
export function killPoints(spec: string, kill: () => void = () => process.kill(process.pid, "SIGKILL")): KillPoints {
  const left = new Map(spec.split(",").map(parse));
  return {
    pass(point) {
      const nth = left.get(point);
      if (nth === undefined) return;
      if (nth === 1) kill();
      left.set(point, nth - 1);
    },
  };
}

function parse(part: string): [KillPoint, number] {
  const [name, nth = "1"] = part.split(":");
  const point = KILL_POINTS.find((known) => known === name);
  const count = Number(nth);
  if (point === undefined || !Number.isInteger(count) || count < 1) {
    throw new Error(`HEED_KILL_POINT: "${part}" is not <point>:<nth> with a point of ${KILL_POINTS.join(", ")}`);
  }
  return [point, count];
}
