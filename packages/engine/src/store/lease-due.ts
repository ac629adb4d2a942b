import type { AppFunction } from "../run/app-function.ts";
import type { Sql } from "./connect.ts";
import { type Lease, type LeaseRequest, leaseItems } from "./lease.ts";
import { leaseGated } from "./lease-gated.ts";

/** Takes due items: half the room at most for those with a concurrency key, so that neither kind starves the other. */
export async function leaseDue(
  sql: Sql,
  request: LeaseRequest,
  functions: readonly AppFunction[],
): Promise<readonly Lease[]> {
  const limited = functions.filter((fn) => fn.gates.length > 0);
  if (limited.length === 0) return await leaseItems(sql, request);
  const limits = new Map(limited.map((fn) => [fn.no, fn.gates.map((gate) => gate.limit)]));
  const gated = await leaseGated(sql, {
    ...request,
    limit: Math.ceil(request.limit / 2),
    limitsOf: (no) => limits.get(no) ?? [],
    widest: Math.min(request.limit, Math.max(...limited.flatMap((fn) => fn.gates.map((gate) => gate.limit)))),
  });
  return [...gated, ...(await leaseItems(sql, { ...request, limit: request.limit - gated.length }))];
}
