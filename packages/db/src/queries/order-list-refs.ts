import type { Lane } from "@heed/core/message/message";
import { LANES } from "@heed/core/message/message";
import { type SQL, sql } from "drizzle-orm";
import { parseInstant } from "../schema/columns.ts";
import { BUCKETS, type Bucket } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";
import { beyond } from "./beyond.ts";
import { type Cursor, type Page, type PageInput, readPlan, toPage } from "./keyset.ts";
import { refsKeptOut } from "./refs-kept-out.ts";
import { type StoreChoice, storeCondition } from "./store-filter.ts";

export interface OrderListInput extends PageInput {
  readonly storeId: StoreChoice;
  readonly state?: (typeof BUCKETS)[number] | undefined;
  readonly lane?: Lane | undefined;
  /** Orders that this rule kept out: nothing was planned by it, or their latest message ended by it. */
  readonly rule?: string | undefined;
  /** The beginning of an Amazon order id. */
  readonly q?: string | undefined;
}

/** Found by order id: more than this nobody reads through. */
const SEARCH_LIMIT = 200;
const EVERY_BUCKET: readonly Bucket[] = [...BUCKETS, "ended"];

/**
 * Which orders stand on a page: their ids and places, newest bought first. Each way reads one index in order and stops
 * when the page is full, so it costs the page and not the tenant.
 */
export async function orderRefs(tx: TenantDb, input: OrderListInput): Promise<Page<Cursor>> {
  const { q = "", rule } = input;
  if (q === "" && rule !== undefined) return refsKeptOut(tx, { ...input, rule });
  const { backwards, fetch } = readPlan(input);
  const direction = sql.raw(backwards ? "asc" : "desc");
  const rows = await tx.sql.execute<{ at: string; id: string }>(sql`
    select found.at, found.id from (${source(tx, input)}) found
    order by found.at ${direction}, found.id ${direction} limit ${fetch}`);
  const refs = rows.map(({ at, id }): Cursor => ({ at: parseInstant(at), id }));
  return toPage(refs, input, (ref) => ref);
}

function source(tx: TenantDb, input: OrderListInput): SQL {
  if (input.q !== undefined && input.q !== "") return byOrderId(tx, input, input.q);
  return input.state === undefined && input.lane === undefined ? byDay(tx, input) : byMessage(tx, input);
}

function byDay(tx: TenantDb, input: OrderListInput): SQL {
  const { backwards, fetch } = readPlan(input);
  const direction = sql.raw(backwards ? "asc" : "desc");
  return sql`
    select o.purchased_at as at, o.id from "order" o
    where o.tenant_id = ${tx.tenantId} and ${storeCondition("o.store_id", input.storeId)} and ${beyond(input, "o.purchased_at, o.id")}
    order by o.purchased_at ${direction}, o.id ${direction} limit ${fetch}`;
}

/** One short read for each store, bucket and lane that was asked for, then the newest of them all. */
function byMessage(tx: TenantDb, input: OrderListInput): SQL {
  const { backwards, fetch } = readPlan(input);
  const direction = sql.raw(backwards ? "asc" : "desc");
  return sql`
    select m.at, m.id
    from store s
    cross join (values ${words(input.state === undefined ? EVERY_BUCKET : [input.state])}) as b(bucket)
    cross join (values ${words(input.lane === undefined ? LANES : [input.lane])}) as l(lane)
    cross join lateral (
      select c.ordered_at as at, c.order_ref as id from message c
      where c.tenant_id = ${tx.tenantId} and c.store_id = s.id and c.bucket = b.bucket and c.lane = l.lane
        and c.newest and ${beyond(input, "c.ordered_at, c.order_ref")}
      order by c.ordered_at ${direction}, c.order_ref ${direction} limit ${fetch}
    ) m
    where s.tenant_id = ${tx.tenantId} and ${storeCondition("s.id", input.storeId)}`;
}

function byOrderId(tx: TenantDb, input: OrderListInput, q: string): SQL {
  const state = input.state === undefined ? sql`true` : sql`m.bucket = ${input.state}`;
  const lane = input.lane === undefined ? sql`true` : sql`m.lane = ${input.lane}`;
  return sql`
    select o.purchased_at as at, o.id
    from store s
    cross join lateral (
      select c.purchased_at, c.id from "order" c
      where c.tenant_id = ${tx.tenantId} and c.store_id = s.id and c.order_id ^@ ${q}
      limit ${SEARCH_LIMIT}
    ) o
    left join lateral (
      select n.bucket, n.lane from message n
      where n.tenant_id = ${tx.tenantId} and n.order_ref = o.id and n.newest order by n.id desc limit 1
    ) m on true
    where s.tenant_id = ${tx.tenantId} and ${storeCondition("s.id", input.storeId)}
      and ${beyond(input, "o.purchased_at, o.id")} and ${state} and ${lane}`;
}

const words = (list: readonly string[]): SQL =>
  sql.join(
    list.map((word) => sql`(${word})`),
    sql`, `,
  );
