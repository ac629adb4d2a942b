import type { FaultRule } from "./rule.ts";

export interface ArmedFault {
  readonly id: number;
  readonly rule: FaultRule;
  seen: number;
  hits: number;
}

export interface FaultTarget {
  readonly op: string | null;
  readonly path: string;
  readonly sellerId: string | null;
}

/** Chooses the fault for a request and counts it; the first armed rule that matches and strikes wins. */
export function drawFault(faults: readonly ArmedFault[], target: FaultTarget): ArmedFault | null {
  for (const fault of faults) {
    if (!matches(fault.rule, target)) continue;
    fault.seen += 1;
    if (!strikes(fault)) continue;
    fault.hits += 1;
    return fault;
  }
  return null;
}

function matches(rule: FaultRule, target: FaultTarget): boolean {
  if (rule.op !== undefined && rule.op !== target.op) return false;
  if (rule.sellerId !== undefined && rule.sellerId !== target.sellerId) return false;
  return rule.path === undefined || target.path.startsWith(rule.path);
}

function strikes({ rule, seen, hits }: ArmedFault): boolean {
  const skip = rule.skip ?? 0;
  if (seen <= skip || (rule.times !== undefined && hits >= rule.times)) return false;
  return rule.rate === undefined || chance(rule.seed ?? 1, seen) < rule.rate;
}

/** A number in [0, 1) that depends on the seed and the count alone, so that a run can be replayed. */
export function chance(seed: number, count: number): number {
  let value = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(count, 0xc2b2ae35);
  value = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  value = Math.imul(value ^ (value >>> 15), 0x846ca68b);
  return ((value ^ (value >>> 16)) >>> 0) / 2 ** 32;
}

/** How the log names the fault of a call. */
export function faultFields(fault: ArmedFault | null) {
  return { fault: fault?.rule.kind ?? null, faultId: fault?.id ?? null };
}
