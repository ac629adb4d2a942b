import { Backtest } from "@heed/core/flow/backtest";
import type { BacktestLine } from "@heed/core/flow/backtest-result";
import type { Order } from "@heed/core/order/order";
import type { Reason } from "@heed/core/policy/decision";
import type { Instant } from "@heed/core/time";
import { storesOf } from "@heed/db/commands/backtest-job";
import { backtestOrders } from "@heed/db/queries/backtest-orders";
import { templateJudge } from "@heed/db/queries/flow-trial";
import { storeFacts } from "@heed/db/queries/store-facts";
import { flowsOfStore, servingVersions } from "@heed/db/queries/store-flows";
import { decision, message } from "@heed/db/schema/message";
import { order } from "@heed/db/schema/order";
import { systemAccess } from "@heed/db/system-db";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import type { MainJob } from "./start-main-job.ts";

const MINUTE = 60_000;

/** What became of an order, in the words of a backtest; a minute is as exact as a schedule is. */
export interface Fate {
  readonly orderId: string;
  readonly outcome: string;
  readonly lane: string | null;
  readonly minute: string | null;
  readonly rule: string | null;
  readonly reasons: readonly string[];
}

export interface Comparison {
  readonly compared: number;
  readonly sent: number;
  readonly differences: readonly { readonly live: Fate; readonly backtest: Fate }[];
}

/** Runs the orders that a job has worked through as a backtest, and compares order by order. */
export async function compareBacktest(job: MainJob, until: Instant): Promise<Comparison> {
  const pairs: { live: Fate; backtest: Fate }[] = [];
  const languageOf = languagesOf(job);
  for (const { tenantId } of job.tenants) {
    pairs.push(
      ...(await withTenant(job.database.db, systemAccess(tenantId), (tx) => pairsOf(tx, { until, languageOf }))),
    );
  }
  return {
    compared: pairs.length,
    sent: pairs.filter(({ live }) => live.outcome === "sent").length,
    differences: pairs.filter(({ live, backtest }) => !sameFate(live, backtest)),
  };
}

function sameFate(one: Fate, other: Fate): boolean {
  const [a, b] = [one, other].map(({ outcome, lane, minute, rule, reasons }) =>
    [outcome, lane, minute, rule, ...reasons].join("\n"),
  );
  return a === b;
}

interface Scene {
  readonly until: Instant;
  readonly languageOf: (order: Order) => string;
}

/** What Amazon tells about the buyer at the moment of sending, which a backtest of a real store cannot know. */
function languagesOf({ world }: MainJob): Scene["languageOf"] {
  const locales = new Map(world.buyers.map(({ alias, locale }) => [alias, locale]));
  const aliases = new Map(world.orders.map(({ orderId, alias }) => [orderId, alias]));
  return ({ orderId }) => locales.get(aliases.get(orderId) ?? "") ?? "en";
}

async function pairsOf(tx: TenantDb, scene: Scene): Promise<{ live: Fate; backtest: Fate }[]> {
  const live = await liveFates(tx);
  const pairs: { live: Fate; backtest: Fate }[] = [];
  for (const storeId of await storesOf(tx, "all")) {
    for (const backtest of await backtestFates(tx, { storeId, ...scene })) {
      const fate = live.get(backtest.orderId);
      if (fate !== undefined) pairs.push({ live: fate, backtest });
    }
  }
  return pairs;
}

async function backtestFates(
  tx: TenantDb,
  { storeId, until, languageOf }: Scene & { storeId: string },
): Promise<Fate[]> {
  const flows = servingVersions(await flowsOfStore(tx, { storeId, pins: [] }), until);
  const lines: BacktestLine[] = [];
  const backtest = new Backtest({
    store: await storeFacts(tx, storeId),
    flows,
    template: await templateJudge(tx, flows, languageOf),
    until: until.epochMilliseconds,
    onLine: (line) => lines.push(line),
  });
  const span = { storeId, from: until.subtract({ hours: 24 * 600 }), until };
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await backtestOrders(tx, span, after);
    backtest.add(page.orders.map((given, index) => ({ ...given, knownAt: nextTick(page.cameIn[index] ?? 0) })));
    after = page.after;
  }
  while (backtest.advance(1_000));
  return lines.map((line) => ({
    orderId: line.orderId,
    outcome: line.outcome,
    lane: line.outcome === "sent" ? line.lane : null,
    minute: line.outcome === "sent" ? minuteOf(line.at ?? "") : null,
    rule: line.rule,
    reasons: line.outcome === "to_come" ? [] : told(line.reasons),
  }));
}

/** What was due before it came in goes with the next look of the dispatcher, on the full minute. */
function nextTick(at: number): number {
  return (Math.floor(at / MINUTE) + 1) * MINUTE;
}

/** The last word of the ledger on each order, with the message that it is about. */
async function liveFates(tx: TenantDb): Promise<Map<string, Fate>> {
  const messages = await tx.sql.select().from(message);
  const lines = await tx.sql.select().from(decision).orderBy(decision.id);
  const orders = await tx.sql.select({ id: order.id, orderId: order.orderId }).from(order);
  return new Map(
    orders.map(({ id, orderId }) => {
      const own = lines.filter(
        ({ orderRef, verdict }) => orderRef === id && verdict !== "outcome" && verdict !== "wait",
      );
      const row = messages.findLast(({ orderRef }) => orderRef === id);
      // After a message has gone, planning again writes that the slot is taken.
      const told = own.findLast(({ verdict }) => verdict === "send") ?? own.at(-1);
      return [orderId, liveFate(orderId, row, told)];
    }),
  );
}

function liveFate(
  orderId: string,
  row: typeof message.$inferSelect | undefined,
  line: typeof decision.$inferSelect | undefined,
): Fate {
  const plain = { orderId, lane: null, minute: null, rule: null, reasons: [] };
  if (row === undefined)
    return { ...plain, outcome: "not_planned", rule: line?.rule ?? null, reasons: told(line?.reasons ?? []) };
  if (row.state === "planned") return { ...plain, outcome: "to_come" };
  if (row.state === "refused")
    return { ...plain, outcome: "refused", rule: row.endRule, reasons: told(line?.reasons ?? []) };
  const minute = minuteOf(row.claimedAt?.toString() ?? "");
  return { orderId, outcome: "sent", lane: row.lane, minute, rule: null, reasons: told(line?.reasons ?? []) };
}

function minuteOf(instant: string): string {
  return instant.slice(0, 16);
}

/** How many of the same minute went before is chance, where several are due at once. */
const CHANCE = new Set(["sent"]);

function told(reasons: readonly Reason[]): string[] {
  return reasons.map(({ rule, result, facts }) => {
    const sorted = Object.entries(facts)
      .filter(([fact]) => !(rule === "daily_cap" && CHANCE.has(fact)))
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `${rule} ${result} ${JSON.stringify(sorted)}`;
  });
}
