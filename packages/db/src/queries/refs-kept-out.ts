import type { Instant } from "@heed/core/time";
import { type SQL, sql } from "drizzle-orm";
import { parseInstant } from "../schema/columns.ts";
import type { TenantDb } from "../tenant-db.ts";
import { beyond } from "./beyond.ts";
import { type Cursor, type Page, type PageInput, readPlan, toPage } from "./keyset.ts";
import { type StoreChoice, storeCondition } from "./store-filter.ts";

export interface KeptOutInput extends PageInput {
  readonly storeId: StoreChoice;
  readonly rule: string;
}

/** Lines of one store that a look passes over at most: few at first, as nearly all of them count. */
const LOOKS = [4, 16, 64, 256];

interface Found {
  /** In the order of reading. */
  readonly rows: readonly Cursor[];
  /** Where the look ended before it was through; null: it was through. */
  readonly edge: Cursor | null;
}

/**
 * Orders that a rule kept out, newest bought first. A line of planning counts while it is the order's latest word: a
 * later plan, or a message, took its place. After a flow was changed there can be a million that were overtaken; they are
 * passed over in looks that grow and end, and the page goes on from there with what it has.
 */
export async function refsKeptOut(tx: TenantDb, input: KeptOutInput): Promise<Page<Cursor>> {
  const { fetch } = readPlan(input);
  let rows: readonly Cursor[] = [];
  let from = input;
  let edge: Cursor | null = null;
  for (const times of LOOKS) {
    const found = await look(tx, from, { most: times * fetch, fetch });
    rows = [...rows, ...found.rows].slice(0, fetch);
    edge = found.edge;
    if (edge === null || rows.length === fetch) break;
    from = goOnFrom(input, edge);
  }
  const page = toPage(rows, input, (ref) => ref);
  return edge === null || rows.length === fetch ? page : openEnded(page, input, edge);
}

function goOnFrom(input: KeptOutInput, edge: Cursor): KeptOutInput {
  return readPlan(input).backwards ? { ...input, before: edge } : { ...input, after: edge };
}

/** There may be more behind the place where the last look ended. */
function openEnded(page: Page<Cursor>, input: PageInput, edge: Cursor): Page<Cursor> {
  return readPlan(input).backwards ? { ...page, newer: edge } : { ...page, older: edge };
}

async function look(
  tx: TenantDb,
  input: KeptOutInput,
  { most, fetch }: { readonly most: number; readonly fetch: number },
): Promise<Found> {
  const { backwards } = readPlan(input);
  const rows = await tx.sql.execute<{ at: string; id: string; edge: boolean }>(keptOut(tx, input, most));
  const all = rows.map(({ at, id, edge }) => ({ at: parseInstant(at), id, edge }));
  const inOrder = all.toSorted((a, b) => (backwards ? compare(a, b) : compare(b, a)));
  // Stores are read to different depths: only down to the nearest end everything is known.
  const end = inOrder.find(({ edge }) => edge);
  const known = end === undefined ? inOrder : inOrder.slice(0, inOrder.indexOf(end) + 1);
  const hits = known.filter(({ edge }) => !edge).map(({ at, id }): Cursor => ({ at, id }));
  return { rows: hits.slice(0, fetch), edge: end === undefined ? null : { at: end.at, id: end.id } };
}

interface Placed {
  readonly at: Instant;
  readonly id: string;
  readonly edge: boolean;
}

/** At one place the hit comes before the end of the look. */
function compare(a: Placed, b: Placed): number {
  const time = a.at.epochMilliseconds - b.at.epochMilliseconds;
  if (time !== 0) return time;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function keptOut(tx: TenantDb, input: KeptOutInput, most: number): SQL {
  const { backwards, fetch } = readPlan(input);
  const [direction, back] = (backwards ? ["asc", "desc"] : ["desc", "asc"]).map((word) => sql.raw(word));
  return sql`
    select k.at, k.id, k.edge
    from store s
    cross join lateral (
      with scanned as materialized (
        select d.id as line, d.ordered_at as at, d.order_ref as id from decision d
        where d.tenant_id = ${tx.tenantId} and d.store_id = s.id and d.rule = ${input.rule} and d.verdict = 'not_planned' and d.ordered_at is not null
          and ${beyond(input, "d.ordered_at, d.order_ref")}
        order by d.ordered_at ${direction}, d.order_ref ${direction}, d.id desc limit ${most}
      )
      (select c.at, c.id, false as edge from scanned c
      where not exists (select from decision l where l.tenant_id = ${tx.tenantId} and l.order_ref = c.id and l.id > c.line)
        and not exists (select from message n where n.tenant_id = ${tx.tenantId} and n.order_ref = c.id)
      order by c.at ${direction}, c.id ${direction} limit ${fetch})
      union all
      (select c.at, c.id, true from scanned c where (select count(*) from scanned) = ${most}
      order by c.at ${back}, c.id ${back} limit 1)
      union all
      (select c.ordered_at, c.order_ref, false from message c
      where c.tenant_id = ${tx.tenantId} and c.store_id = s.id and c.end_rule = ${input.rule} and c.bucket = 'refused' and c.newest
        and ${beyond(input, "c.ordered_at, c.order_ref")}
      order by c.ordered_at ${direction}, c.order_ref ${direction} limit ${fetch})
    ) k
    where s.tenant_id = ${tx.tenantId} and ${storeCondition("s.id", input.storeId)}`;
}
