import { Backtest } from "@heed/core/flow/backtest";
import type { BacktestLine } from "@heed/core/flow/backtest-result";
import type { Order } from "@heed/core/order/order";
import type { Reason } from "@heed/core/policy/decision";
import { type Instant, Temporal } from "@heed/core/time";
import { storesOf } from "@heed/db/commands/backtest-job";
import { backtestOrders } from "@heed/db/queries/backtest-orders";
import { capSettings } from "@heed/db/queries/daily-cap";
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
  /** For which the message was due in the end, waits included. */
  readonly minute: string | null;
  readonly rule: string | null;
  readonly reasons: readonly string[];
}

interface LiveFate extends Fate {
  /** Whether the order changed after its fate was decided: a backtest sees it as it is now. */
  readonly changed: boolean;
  /** Minutes between the minute that a message was due for and its claim: what Amazon's rates leave over waits in line. */
  readonly late: number;
}

export interface Comparison {
  readonly compared: number;
  readonly sent: number;
  /** Messages that were claimed in the very minute that they were due for. */
  readonly onTheMinute: number;
  /** The most minutes by which the rates of Amazon's interface held one up. */
  readonly latest: number;
  readonly changed: number;
  readonly differences: readonly { readonly live: Fate; readonly backtest: Fate }[];
}

/** Runs the orders that a job has worked through as a backtest, and compares order by order. */
export async function compareBacktest(job: MainJob, until: Instant): Promise<Comparison> {
  const pairs: Pair[] = [];
  const languageOf = languagesOf(job);
  for (const { tenantId } of job.tenants) {
    pairs.push(
      ...(await withTenant(job.database.db, systemAccess(tenantId), (tx) => pairsOf(tx, { until, languageOf }))),
    );
  }
  const sent = pairs.filter(({ live }) => live.outcome === "sent");
  const differing = pairs.filter(({ live, backtest }) => !sameFate(live, backtest));
  return {
    compared: pairs.length,
    sent: sent.length,
    onTheMinute: sent.filter(({ live }) => live.late === 0).length,
    latest: Math.max(0, ...sent.map(({ live }) => live.late)),
    changed: differing.filter(({ live }) => live.changed).length,
    differences: differing.filter(({ live }) => !live.changed),
  };
}

interface Pair {
  readonly live: LiveFate;
  readonly backtest: Fate;
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

async function pairsOf(tx: TenantDb, scene: Scene): Promise<Pair[]> {
  const live = await liveFates(tx, scene.until);
  const pairs: Pair[] = [];
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
    cap: await capSettings(tx, storeId),
    flows,
    template: await templateJudge(tx, flows, languageOf),
    // The clock ran up to this very instant, and what was due then went.
    until: until.epochMilliseconds + 1,
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

function isAfter(one: Instant, other: Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}

/** What was due before it came in goes with the next look of the dispatcher, on the full minute. */
function nextTick(at: number): number {
  return (Math.floor(at / MINUTE) + 1) * MINUTE;
}

type MessageRow = typeof message.$inferSelect;
type LedgerLine = typeof decision.$inferSelect;

/** The last word of the ledger on each order, with the message that it is about. */
async function liveFates(tx: TenantDb, until: Instant): Promise<Map<string, LiveFate>> {
  const messages = Map.groupBy(await tx.sql.select().from(message), ({ orderRef }) => orderRef);
  const lines = await tx.sql.select().from(decision).orderBy(decision.id);
  const byOrder = Map.groupBy(lines, ({ orderRef }) => orderRef);
  const orders = await tx.sql.select({ id: order.id, orderId: order.orderId }).from(order);
  return new Map(
    orders.map(({ id, orderId }) => {
      const own = (byOrder.get(id) ?? []).filter(({ verdict }) => verdict !== "outcome" && verdict !== "wait");
      const row = messages.get(id)?.at(-1);
      // After a message has gone, planning again writes that the slot is taken.
      const last = own.findLast(({ verdict }) => verdict === "send") ?? own.at(-1);
      const changed = last !== own.at(-1);
      return [orderId, { ...liveFate({ orderId, row, last, until }), changed, late: lateness(row) }];
    }),
  );
}

interface Told {
  readonly orderId: string;
  readonly row: MessageRow | undefined;
  readonly last: LedgerLine | undefined;
  readonly until: Instant;
}

function liveFate({ orderId, row, last, until }: Told): Fate {
  const plain = { orderId, lane: null, minute: null, rule: null, reasons: [] };
  const reasons = told(last?.reasons ?? []);
  if (row === undefined || row.state === "superseded")
    return { ...plain, outcome: "not_planned", rule: last?.rule ?? null, reasons };
  // A buyer's refusal ends at once what is not even due yet; a backtest tells of what was due.
  if (row.state === "planned" || isAfter(row.dueAt, until)) return { ...plain, outcome: "to_come" };
  if (row.state === "refused") return { ...plain, outcome: "refused", rule: row.endRule, reasons };
  return { orderId, outcome: "sent", lane: row.lane, minute: minuteOf(dueOf(row).toString()), rule: null, reasons };
}

/** What was due before it came in is due on the next full minute. */
function dueOf({ dueAt, createdAt }: Pick<MessageRow, "dueAt" | "createdAt">): Instant {
  const due = dueAt.epochMilliseconds;
  const known = createdAt.epochMilliseconds;
  return Temporal.Instant.fromEpochMilliseconds(due > known ? due : nextTick(known));
}

function lateness(row: MessageRow | undefined): number {
  if (row?.claimedAt == null) return 0;
  return Math.floor(row.claimedAt.epochMilliseconds / MINUTE) - Math.floor(dueOf(row).epochMilliseconds / MINUTE);
}

function minuteOf(instant: string): string {
  return instant.slice(0, 16);
}

/**
 * What a later look cannot tell: how many of the same minute went before, where several are due at once; and when a buyer
 * refused who has refused again since.
 */
const NOT_TOLD: Readonly<Partial<Record<Reason["rule"], readonly string[]>>> = {
  daily_cap: ["sent"],
  buyer_opted_out: ["at", "noticeId"],
};

function told(reasons: readonly Reason[]): string[] {
  return reasons.map(({ rule, result, facts }) => {
    const sorted = Object.entries(facts)
      .filter(([fact]) => NOT_TOLD[rule]?.includes(fact) !== true)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `${rule} ${result} ${JSON.stringify(sorted)}`;
  });
}
