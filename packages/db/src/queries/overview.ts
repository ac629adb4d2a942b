import { type PathCounts, type PathStage, pathOf, STAGES, type Stage } from "@heed/core/analytics/path";
import type { Lane } from "@heed/core/message/message";
import type { Instant } from "@heed/core/time";
import { and, asc, eq, sql } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { order } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { type DaySum, sumDays } from "./day-counts.ts";
import { type NeedsYou, needsYou, type Today, today } from "./needs-you.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

const DAYS = 30;
const NEXT_SENDS = 8;

export interface Overview {
  readonly today: Today;
  readonly path: OrderPath;
  readonly nextSends: readonly NextSend[];
  readonly needsYou: readonly NeedsYou[];
}

/** The way of the last 30 days' orders; `stage` of a fall-out is the bar that was not reached. */
export interface OrderPath extends Readonly<Record<Stage, number>> {
  readonly fallout: readonly {
    readonly stage: Exclude<Stage, "orders">;
    readonly rule: string;
    readonly count: number;
  }[];
}

export interface NextSend {
  readonly ref: string;
  readonly orderId: string;
  readonly storeId: string;
  readonly storeName: string;
  readonly marketplaceId: string;
  readonly lane: Lane;
  readonly dueAt: Instant;
}

export interface OverviewInput {
  readonly storeId: StoreChoice;
  readonly now: Instant;
}

/** What a seller wants to know in five seconds. Reads counters and short lists, never all messages. */
export async function overview(tx: TenantDb, input: OverviewInput): Promise<Overview> {
  const span = { ...input, days: DAYS };
  const waitingForYou = await needsYou(tx, input);
  return {
    today: await today(tx, { ...input, needsYou: waitingForYou }),
    path: orderPath(await sumDays(tx, span)),
    nextSends: await nextSends(tx, input),
    needsYou: waitingForYou,
  };
}

function orderPath(sums: readonly DaySum[]): OrderPath {
  const stages = pathOf(pathCounts(sums));
  const count = (stage: Stage) => stages.find((entry) => entry.stage === stage)?.count ?? 0;
  return {
    ...{ orders: count("orders"), eligible: count("eligible"), planned: count("planned") },
    ...{ sent: count("sent"), reached: count("reached") },
    fallout: stages.flatMap(fallout),
  };
}

function fallout({ stage, fallOuts }: PathStage): OrderPath["fallout"] {
  const next = STAGES[STAGES.indexOf(stage) + 1];
  return next === undefined || next === "orders" ? [] : fallOuts.map((fallOut) => ({ stage: next, ...fallOut }));
}

const FATES = ["refused_by_buyer", "bounced", "suppressed", "failed"];

function pathCounts(sums: readonly DaySum[]): PathCounts {
  const by = new Map<string, number>();
  for (const { outcome, count } of sums) by.set(outcome, (by.get(outcome) ?? 0) + count);
  const of = (outcome: string) => by.get(outcome) ?? 0;
  const named = (...prefixes: string[]) => {
    const rules = [...by].flatMap(([name, n]) =>
      prefixes.filter((prefix) => name.startsWith(prefix)).map((prefix) => ({ rule: name.slice(prefix.length), n })),
    );
    const sum = (rule: string) => rules.filter((entry) => entry.rule === rule).reduce((all, { n }) => all + n, 0);
    return Object.fromEntries(rules.map(({ rule }) => [rule, sum(rule)]));
  };
  return {
    ...{ orders: of("orders"), planned: of("planned"), sent: of("sent"), reached: of("reached") },
    notPlanned: named("not_planned:"),
    // What was called and never went, or perhaps, is not counted as sent: it fell out where refusals do.
    refused: { ...named("refused:", "failed:"), unknown: of("unknown") },
    fates: Object.fromEntries(FATES.map((fate) => [fate, of(fate)])),
  };
}

/** Each store's next ones by its index, then the soonest of all. */
async function nextSends(tx: TenantDb, { storeId }: OverviewInput): Promise<NextSend[]> {
  const next = tx.sql
    .select({ orderRef: message.orderRef, lane: message.lane, dueAt: message.dueAt })
    .from(message)
    .where(
      and(eq(message.tenantId, tx.tenantId), eq(message.storeId, store.id), eq(message.state, sql.raw("'planned'"))),
    )
    .orderBy(asc(message.dueAt))
    .limit(NEXT_SENDS)
    .as("next");
  return tx.sql
    .select({
      ...{ ref: order.id, orderId: order.orderId, storeId: store.id, storeName: store.name },
      ...{ marketplaceId: order.marketplaceId, lane: next.lane, dueAt: next.dueAt },
    })
    .from(store)
    .innerJoinLateral(next, sql`true`)
    .innerJoin(order, and(eq(order.tenantId, store.tenantId), eq(order.id, next.orderRef)))
    .where(and(eq(store.tenantId, tx.tenantId), inStore(store.id, storeId)))
    .orderBy(asc(next.dueAt), asc(order.id))
    .limit(NEXT_SENDS);
}
