import type { Sql, Tx } from "./connect.ts";
import { type Lease, type LeaseRequest, loadLeases, type Taken } from "./lease.ts";

/** Counting slots and taking them is one at a time over all processes. */
const LOCK = 7_301_443;

export interface GatedRequest extends LeaseRequest {
  /** The limits of a function's gates, in their order. */
  readonly limitsOf: (functionNo: number) => readonly number[];
  /** The most that any gate lets pass: enough candidates for each. */
  readonly widest: number;
}

interface Candidate {
  readonly runId: string;
  readonly step: string;
  readonly gateA: string;
  readonly gateB: string | null;
  readonly functionNo: number;
}

/**
 * Takes due items whose concurrency keys have a free slot, the earliest first. Statements that need no answer of each
 * other are sent together; the connection runs them in order, so that both reads see what the lock waited for.
 */
export async function leaseGated(sql: Sql, request: GatedRequest): Promise<readonly Lease[]> {
  return await sql.begin(async (tx) => {
    const [, candidates, held] = await Promise.all([lockGates(tx), listCandidates(tx, request), countHeld(tx)]);
    const chosen = choose(candidates, held, request);
    if (chosen.length === 0) return [];
    const [taken] = await Promise.all([take(tx, chosen, request.owner), hold(tx, chosen, request.owner)]);
    return await loadLeases(tx, taken);
  });
}

/** Awaited in a function of its own: a bare query in a list is sent after those of the functions beside it. */
async function lockGates(tx: Tx): Promise<void> {
  await tx`select pg_advisory_xact_lock(${LOCK})`;
}

/** The first due items of each key that waits: a skip scan over the keys, so that one long queue hides no other. */
async function listCandidates(tx: Tx, request: GatedRequest): Promise<readonly Candidate[]> {
  return await tx<Candidate[]>`
    with recursive gate as (
      (select gate_a from heed_engine.item where gate_a is not null order by gate_a limit 1)
      union all
      select (select i.gate_a from heed_engine.item i where i.gate_a > gate.gate_a order by i.gate_a limit 1)
      from gate where gate.gate_a is not null
    )
    select first.run_id as "runId", first.step, first.gate_a as "gateA", first.gate_b as "gateB", r.function_no as "functionNo"
    from gate
    cross join lateral (
      select * from heed_engine.item i
      where i.gate_a = gate.gate_a and i.due_at <= ${request.now} and i.owner is null
      order by i.due_at limit ${request.widest}
    ) first
    join heed_engine.run r on r.id = first.run_id
    where gate.gate_a is not null
    order by first.due_at`;
}

async function countHeld(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx<{ gate: string; held: number }[]>`
    select gate, count(*)::int as held from heed_engine.gate_hold group by gate`;
  return new Map(rows.map((row) => [row.gate, row.held]));
}

function choose(
  candidates: readonly Candidate[],
  held: Map<string, number>,
  request: GatedRequest,
): readonly Candidate[] {
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length >= request.limit) break;
    const limits = request.limitsOf(candidate.functionNo);
    const gates = gatesOf(candidate);
    if (gates.some((gate, index) => (held.get(gate) ?? 0) >= (limits[index] ?? Number.POSITIVE_INFINITY))) continue;
    for (const gate of gates) held.set(gate, (held.get(gate) ?? 0) + 1);
    chosen.push(candidate);
  }
  return chosen;
}

function gatesOf(candidate: Candidate): readonly string[] {
  return candidate.gateB === null ? [candidate.gateA] : [candidate.gateA, candidate.gateB];
}

async function take(tx: Tx, chosen: readonly Candidate[], owner: number): Promise<readonly Taken[]> {
  return await tx<Taken[]>`
    update heed_engine.item i set owner = ${owner}, again = false
    from unnest(${chosen.map((one) => one.runId)}::uuid[], ${chosen.map((one) => one.step)}::text[]) as given (run_id, step)
    where i.run_id = given.run_id and i.step = given.step
    returning i.run_id as "runId", i.step, i.kind, i.attempt`;
}

/** Only for items that were taken: a run may have been cancelled since it was a candidate. */
async function hold(tx: Tx, chosen: readonly Candidate[], owner: number): Promise<void> {
  const holds = chosen.flatMap((one) => gatesOf(one).map((gate) => ({ ...one, gate })));
  await tx`
    insert into heed_engine.gate_hold (run_id, step, gate, owner)
    select i.run_id, i.step, given.gate, ${owner} from unnest(
      ${holds.map((one) => one.runId)}::uuid[], ${holds.map((one) => one.step)}::text[], ${holds.map((one) => one.gate)}::uuid[]
    ) as given (run_id, step, gate)
    join heed_engine.item i on i.run_id = given.run_id and i.step = given.step and i.owner = ${owner}
    on conflict do nothing`;
}
