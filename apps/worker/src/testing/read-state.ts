import { readFile } from "node:fs/promises";
import type { Entry } from "@heed/sandbox/journal/entry";
import postgres from "postgres";

/** A message as the read-only login sees it, with its order and seller. */
export interface SeenMessage {
  readonly id: string;
  readonly orderRef: string;
  readonly orderId: string;
  readonly sellerId: string;
  readonly lane: "solicitation" | "email" | "typed";
  readonly state: string;
  readonly endRule: string | null;
  readonly final: boolean;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly planVersion: number;
  readonly sendLines: number;
}

/** Runs one query by the login that can only read. */
export async function asChecker<T>(checkUrl: string, ask: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(checkUrl, { max: 1, onnotice: () => undefined });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
}

export async function readMessages(checkUrl: string): Promise<SeenMessage[]> {
  return asChecker(
    checkUrl,
    async (sql) => sql<SeenMessage[]>`
      select m.id, m.order_ref as "orderRef", o.order_id as "orderId", s.seller_id as "sellerId", m.lane, m.state,
        m.end_rule as "endRule", m.final, m.due_at as "dueAt", m.sent_at as "sentAt", m.plan_version as "planVersion",
        (select count(*)::int from decision d where d.tenant_id = m.tenant_id and d.message_id = m.id and d.phase = 'send') as "sendLines"
      from message m
      join "order" o on o.tenant_id = m.tenant_id and o.id = m.order_ref
      join store s on s.tenant_id = m.tenant_id and s.id = m.store_id`,
  );
}

/** The sandbox's append-only log; a line cut short never happened. */
export async function readLog(path: string): Promise<Entry[]> {
  return (await readFile(path, "utf8")).split("\n").flatMap((line) => {
    try {
      return line === "" ? [] : [JSON.parse(line) as Entry];
    } catch {
      return [];
    }
  });
}

export interface Accepted {
  readonly lane: "solicitation" | "email";
  readonly orderId: string;
  readonly at: string;
  readonly sellerOfCall: string | null;
  readonly sellerOfOrder: string | null;
}

/** What Amazon and Resend accepted: the requests that a buyer gets to see. */
export function acceptedRequests(log: readonly Entry[]): Accepted[] {
  return log.flatMap((entry): Accepted[] => {
    if (entry.kind === "amazon.call" && entry.effect?.kind === "solicitation") {
      const { at, sellerId, orderSellerId, effect } = entry;
      const lane = "solicitation" as const;
      return [{ lane, orderId: effect.orderId, at, sellerOfCall: sellerId, sellerOfOrder: orderSellerId }];
    }
    if (entry.kind === "resend.call" && entry.effect?.kind === "email") {
      const { fromSellerId, aliasSellerId, orderId } = entry.effect;
      const sellers = { sellerOfCall: fromSellerId, sellerOfOrder: aliasSellerId };
      return [{ lane: "email", orderId: orderId ?? "", at: entry.at, ...sellers }];
    }
    return [];
  });
}

export function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}
