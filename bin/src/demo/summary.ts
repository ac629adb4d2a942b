import postgres from "postgres";
import type { Verdict } from "../checker/judge.ts";

/** What the demo prints; the names are part of the contract of `npm run demo -- --json`. */
export interface DemoSummary extends Omit<Verdict, "examples"> {
  readonly orders: number;
  readonly planned: number;
  readonly sent: { readonly solicitation: number; readonly email: number };
  /** Orders that got no message, by the rule of their last verdict. */
  readonly refused: Readonly<Record<string, number>>;
  readonly notices: number;
  readonly optedOut: number;
  readonly reached: number;
  readonly refusedByBuyer: number;
  readonly unknown: number;
  readonly failed: number;
  readonly imported: number;
  readonly from: string;
  readonly until: string;
  readonly seconds: number;
}

export type DatabaseFigures = Pick<
  DemoSummary,
  | "orders"
  | "planned"
  | "sent"
  | "refused"
  | "notices"
  | "optedOut"
  | "reached"
  | "refusedByBuyer"
  | "unknown"
  | "failed"
>;

/** The figures of the summary, by the read-only login. */
export async function readFigures(checkUrl: string): Promise<DatabaseFigures> {
  const sql = postgres(checkUrl, { max: 1, onnotice: () => undefined });
  try {
    const [totals] = await sql<Totals[]>`
      select
        (select count(*)::int from "order") as orders,
        (select count(*)::int from message) as planned,
        (select count(*)::int from message where lane = 'solicitation' and sent_at is not null) as solicitation,
        (select count(*)::int from message where lane = 'email' and sent_at is not null) as email,
        (select count(*)::int from notice) as notices,
        (select count(*)::int from suppression where reason = 'opted_out' and lifted_at is null) as "optedOut",
        (select count(*)::int from message where state = 'reached') as reached,
        (select count(*)::int from message where state = 'refused_by_buyer') as "refusedByBuyer",
        (select count(*)::int from message where state = 'unknown') as unknown,
        (select count(*)::int from message where state = 'failed') as failed`;
    if (totals === undefined) throw new Error("the database answered nothing");
    const { solicitation, email, ...rest } = totals;
    return { ...rest, sent: { solicitation, email }, refused: await readRefusals(sql) };
  } finally {
    await sql.end();
  }
}

interface Totals {
  readonly orders: number;
  readonly planned: number;
  readonly solicitation: number;
  readonly email: number;
  readonly notices: number;
  readonly optedOut: number;
  readonly reached: number;
  readonly refusedByBuyer: number;
  readonly unknown: number;
  readonly failed: number;
}

/** Each order counts once, by its last line in the ledger, unless a message of it is on its way or went out. */
async function readRefusals(sql: postgres.Sql): Promise<Record<string, number>> {
  const rows = await sql<{ rule: string; count: number }[]>`
    select last.rule, count(*)::int as count
    from (
      select distinct on (d.tenant_id, d.order_ref) d.tenant_id, d.order_ref, d.rule, d.verdict
      from decision d
      order by d.tenant_id, d.order_ref, d.id desc
    ) last
    where last.rule is not null and last.verdict in ('not_planned', 'refuse', 'dry_run')
      and not exists (
        select from message m
        where m.tenant_id = last.tenant_id and m.order_ref = last.order_ref
          and m.state in ('planned', 'sending', 'sent', 'reached', 'refused_by_buyer', 'bounced', 'suppressed', 'unknown')
      )
    group by last.rule
    order by count desc, last.rule`;
  return Object.fromEntries(rows.map(({ rule, count }) => [rule, count]));
}
