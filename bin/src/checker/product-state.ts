import postgres from "postgres";

/** A message as the product remembers it. Instants are milliseconds. */
/** A better window from Amazon may move a message to an instant that is over: nothing could go before it was planned so. */
const PLANNED_AT = `greatest(m.created_at, (select max(d.at) from decision d
  where d.tenant_id = m.tenant_id and d.order_ref = m.order_ref and d.phase = 'plan' and d.verdict = 'planned'))`;

export interface RememberedMessage {
  readonly id: string;
  readonly orderId: string;
  readonly sellerId: string;
  readonly lane: "solicitation" | "typed" | "email";
  readonly slot: string;
  readonly state: string;
  readonly endRule: string | null;
  readonly dueAt: number;
  /** When it was planned: an order may come in after its message would have been due. */
  readonly plannedAt: number;
  readonly sentAt: number | null;
  /** The order's delivery window; null where it is not known. */
  readonly deliveryEarliest: number | null;
  readonly deliveryLatest: number | null;
  /** Lines of the ledger about this message, made at sending. */
  readonly sendLines: number;
}

export interface ProductState {
  readonly messages: readonly RememberedMessage[];
  /** Orders of Amazon, shipped, about which the ledger says nothing. */
  readonly silentOrders: number;
  readonly orders: number;
  /** Every order with the seller whose store holds it. */
  readonly sellerOfOrder: ReadonlyMap<string, string>;
  readonly optedOut: number;
  readonly notices: number;
}

/** Reads the product's memory through the login that can only read. */
export async function readProductState(checkUrl: string): Promise<ProductState> {
  const sql = postgres(checkUrl, { max: 1, onnotice: () => undefined });
  try {
    const messages = await readMessages(sql);
    const orders = await sql<{ orderId: string; sellerId: string }[]>`
      select o.order_id as "orderId", s.seller_id as "sellerId"
      from "order" o join store s on s.tenant_id = o.tenant_id and s.id = o.store_id`;
    const [counts] = await sql<{ silentOrders: number; optedOut: number; notices: number }[]>`
      select
        (select count(*)::int from "order" o where o.channel = 'amazon' and o.status = 'SHIPPED'
          and not exists (select from decision d where d.tenant_id = o.tenant_id and d.order_ref = o.id)) as "silentOrders",
        (select count(*)::int from suppression where reason = 'opted_out' and lifted_at is null) as "optedOut",
        (select count(*)::int from notice) as notices`;
    const sellerOfOrder = new Map(orders.map(({ orderId, sellerId }) => [orderId, sellerId]));
    const { silentOrders, optedOut, notices } = counts ?? { silentOrders: 0, optedOut: 0, notices: 0 };
    return { messages, silentOrders, orders: orders.length, sellerOfOrder, optedOut, notices };
  } finally {
    await sql.end();
  }
}

async function readMessages(sql: postgres.Sql): Promise<RememberedMessage[]> {
  return sql<RememberedMessage[]>`
    select m.id, o.order_id as "orderId", s.seller_id as "sellerId", m.lane, m.slot, m.state, m.end_rule as "endRule",
      ${milliseconds(sql, "m.due_at")} as "dueAt", ${milliseconds(sql, PLANNED_AT)} as "plannedAt", ${milliseconds(sql, "m.sent_at")} as "sentAt",
      ${milliseconds(sql, "o.delivery_earliest")} as "deliveryEarliest",
      ${milliseconds(sql, "o.delivery_latest")} as "deliveryLatest",
      (select count(*)::int from decision d where d.tenant_id = m.tenant_id and d.message_id = m.id and d.phase = 'send') as "sendLines"
    from message m
    join "order" o on o.tenant_id = m.tenant_id and o.id = m.order_ref
    join store s on s.tenant_id = m.tenant_id and s.id = m.store_id`;
}

function milliseconds(sql: postgres.Sql, column: string) {
  return sql.unsafe(`(extract(epoch from ${column}) * 1000)::float8`);
}
