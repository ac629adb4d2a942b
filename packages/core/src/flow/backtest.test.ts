import { describe, expect, it } from "vitest";
import type { Order } from "../order/order.ts";
import type { StoreFacts, TemplateFacts } from "../policy/facts.ts";
import { aBuyer, anEmailStore, anOrder, aStore, at } from "../testing.ts";
import { Backtest, type BacktestOrder } from "./backtest.ts";
import type { BacktestLine } from "./backtest-result.ts";
import { REVIEW_REQUEST_FLOW } from "./built-in.ts";
import { DueQueue } from "./due-queue.ts";
import type { FlowVersion } from "./flow.ts";
import { expectedRefusals, mergeResults } from "./merge-results.ts";

const CLEAN: TemplateFacts = { wanted: "en", language: "en", findings: [] };

function some(count: number, changes: (n: number) => Partial<Order> = () => ({})): BacktestOrder[] {
  return Array.from({ length: count }, (_, n) => ({
    order: anOrder({ orderId: `111-${1_000_000 + n}-1234567`, ...changes(n) }),
    buyer: aBuyer(),
  }));
}

interface Trial {
  readonly orders: readonly BacktestOrder[];
  readonly store?: StoreFacts;
  readonly flow?: FlowVersion;
  readonly template?: TemplateFacts;
  readonly until?: number;
}

function run({ orders, store = aStore(), flow = REVIEW_REQUEST_FLOW, template = CLEAN, until }: Trial) {
  const lines: BacktestLine[] = [];
  const backtest = new Backtest({
    store,
    flows: [flow],
    template: () => template,
    onLine: (line) => lines.push(line),
    ...(until === undefined ? {} : { until }),
  });
  backtest.add(orders);
  while (backtest.advance(7));
  return { lines, result: backtest.result() };
}

describe("a backtest", () => {
  it("sends each order's message at its due date, and counts hours in the marketplace's zone", () => {
    const { lines, result } = run({ orders: some(3) });
    expect(lines.map(({ at: when, lane }) => [when, lane])).toEqual(
      Array(3).fill(["2026-03-14T16:00:00.000Z", "solicitation"]),
    );
    expect(result).toMatchObject({ orders: 3, sent: 3, byLane: { solicitation: 3 }, refusals: [] });
    // Saturday, nine in the morning in Los Angeles.
    expect(result.hours[5]?.[9]).toBe(3);
    expect(result.days).toEqual([{ day: "2026-03-14", count: 3 }]);
  });

  it("keeps the daily cap: who finds it full waits until a place is free", () => {
    const { lines, result } = run({ orders: some(7), store: anEmailStore({ dailyCap: 2 }) });
    const times = lines.map(({ at: when }) => Date.parse(when ?? "")).toSorted((a, b) => a - b);
    expect(times).toHaveLength(7);
    for (const [index, time] of times.entries()) {
      const earlier = times[index - 2];
      if (earlier !== undefined) expect(time - earlier).toBeGreaterThanOrEqual(24 * 3_600_000);
    }
    expect(result.waits).toEqual([{ rule: "daily_cap", count: 5 }]);
  });

  it("says why an order got nothing", () => {
    const { result } = run({
      orders: some(4, (n) => (n === 0 ? { status: "CANCELLED" } : n === 1 ? { replacement: true } : {})),
      flow: { ...REVIEW_REQUEST_FLOW, condition: { field: "sku", op: "is", value: "OTHER" } },
    });
    expect(result.sent).toBe(0);
    expect(result.refusals).toEqual([
      { rule: "condition_not_met", count: 2 },
      { rule: "cancelled", count: 1 },
      { rule: "replacement", count: 1 },
    ]);
  });

  it("a buyer's refusal counts from the day on which it came", () => {
    const orders = some(2).map((given, n) => ({
      ...given,
      buyer: aBuyer({
        optedOut: { at: at(n === 0 ? "2026-03-01T00:00:00Z" : "2026-04-01T00:00:00Z"), noticeId: null },
      }),
    }));
    const { lines } = run({ orders, store: anEmailStore() });
    expect(lines.map(({ outcome, rule, lane }) => [outcome, rule, lane])).toEqual([
      ["refused", "buyer_opted_out", "email"],
      ["sent", null, "email"],
    ]);
  });

  it("a language that is missing is counted, and the message goes by Amazon's own request", () => {
    const template = { wanted: "pl", language: null, findings: [] };
    const { result } = run({ orders: some(2), store: anEmailStore(), template });
    expect(result.languagesMissing).toEqual([{ language: "pl", count: 2 }]);
    expect(result.byLane).toEqual({ solicitation: 2 });
  });

  it("what falls due behind the end is still to come", () => {
    const { result } = run({ orders: some(2), until: Date.parse("2026-03-10T00:00:00Z") });
    expect(result).toMatchObject({ orders: 2, sent: 0, toCome: 2, refusals: [] });
  });

  it("shows ten orders from everywhere, and the same ones again", () => {
    const first = run({ orders: some(500) }).result.samples.map(({ orderId }) => orderId);
    expect(first).toHaveLength(10);
    expect(new Set(first.map((id) => id.slice(4, 9))).size).toBeGreaterThan(3);
    expect(run({ orders: some(500) }).result.samples.map(({ orderId }) => orderId)).toEqual(first);
  });

  it("of one flow among others counts what the others take, and says no more about it", () => {
    const tried = { ...REVIEW_REQUEST_FLOW, flowKey: "tried", priority: 200 };
    const backtest = new Backtest({
      store: aStore(),
      flows: [REVIEW_REQUEST_FLOW, tried],
      template: () => CLEAN,
      only: "tried",
    });
    backtest.add(some(4));
    while (backtest.advance(10));
    expect(backtest.result()).toMatchObject({ orders: 4, sent: 0, otherFlows: 4, refusals: [], days: [] });
  });

  it("adds up over stores", () => {
    const [one, other] = [run({ orders: some(3) }).result, run({ orders: some(4), store: anEmailStore() }).result];
    const both = mergeResults([one, other]);
    expect(both).toMatchObject({ orders: 7, sent: 7, byLane: { solicitation: 3, email: 4 } });
    expect(expectedRefusals(both, { refused: 2, reached: 98 })).toMatchObject({
      emails: 4,
      basis: 100,
      expected: 0.08,
    });
    expect(expectedRefusals(both, { refused: 0, reached: 0 }).expected).toBeCloseTo(4 * 0.013);
  });
});

it("the queue gives back by time, then by turn", () => {
  const queue = new DueQueue<string>();
  for (const [when, name] of [
    [5, "c"],
    [1, "a"],
    [5, "d"],
    [3, "b"],
    [9, "e"],
  ] as const)
    queue.push(when, name);
  const out: string[] = [];
  for (let next = queue.pop(); next !== null; next = queue.pop()) out.push(next.item);
  expect(out.join("")).toBe("abcde");
});
