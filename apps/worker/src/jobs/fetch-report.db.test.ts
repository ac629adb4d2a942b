import { Temporal } from "@heed/core/time";
import type { AmazonCall } from "@heed/sandbox/journal/entry";
import type { WorldOrder } from "@heed/sandbox/world/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asChecker, readLog } from "../testing/read-state.ts";
import { type MainJob, START, startMainJob } from "../testing/start-main-job.ts";
import { aliasOf, orderIdOf, worldBuyer, worldOrder } from "../testing/world-order.ts";

const start = Temporal.Instant.from(START);
const hours = (count: number) => start.add({ hours: count });
const text = (count: number) => hours(count).toString();

const order = (n: number, changes: Partial<WorldOrder>, place: "us" | "jp" = "us"): WorldOrder => ({
  ...worldOrder({ n, place, due: hours(100), title: "急須" }),
  ...changes,
});

/** Returned by hand, returned to Amazon, complained about in Japan, and shipped by Amazon with an alias. */
const put = {
  buyers: [worldBuyer(1), worldBuyer(2), worldBuyer(3, { place: "jp" }), worldBuyer(4)],
  orders: [
    order(1, { returnedAt: text(-30), refunded: true }),
    order(2, { returnedAt: text(-20), fulfilledBy: "amazon" }),
    order(3, { feedback: { at: text(-10), rating: 1 } }, "jp"),
    order(4, { returnedAt: text(2) }),
  ],
};

interface Row {
  readonly order_id: string;
  readonly returned_at: Date | null;
  readonly refunded_at: Date | null;
  readonly feedback_rating: number | null;
  readonly alias_source: string | null;
}

describe("two days of reports", () => {
  let job: MainJob;
  let calls: AmazonCall[] = [];
  let rows = new Map<string, Row>();

  beforeAll(async () => {
    job = await startMainJob({ orders: 3, put });
    await job.run(hours(30));
    calls = (await readLog(job.sandbox.logPath)).filter((entry) => entry.kind === "amazon.call");
    const found = await asChecker(job.database.urls.DATABASE_CHECK_URL, (sql) => sql<Row[]>`select * from "order"`);
    rows = new Map(found.map((row) => [row.order_id, row]));
  }, 120_000);
  afterAll(() => job.stop());

  it("bring what became of the orders, whoever ships and in whatever script", () => {
    expect(rows.get(orderIdOf(1))).toMatchObject({ feedback_rating: null });
    expect(rows.get(orderIdOf(1))?.returned_at).not.toBeNull();
    expect(rows.get(orderIdOf(1))?.refunded_at).not.toBeNull();
    expect(rows.get(orderIdOf(2))?.returned_at?.toISOString()).toBe(
      hours(-20).toString({ smallestUnit: "millisecond" }),
    );
    expect(rows.get(orderIdOf(2))?.refunded_at).toBeNull();
    expect(rows.get(orderIdOf(3))).toMatchObject({ feedback_rating: 1, returned_at: null });
  });

  it("bring what happened since the first one", () => {
    expect(rows.get(orderIdOf(4))?.returned_at).not.toBeNull();
  });

  it("bring the alias of an order that Amazon ships", () => {
    expect(rows.get(orderIdOf(2))).toMatchObject({ alias_source: "shipments_report" });
    expect(aliasOf(2)).toContain("@marketplace");
  });

  it("cost few calls: one to ask for each, one or two to hear of it, one to find it", () => {
    const count = (operation: string) => calls.filter((call) => call.operation === operation).length;
    const created = count("createReport");
    expect(created).toBe(3 * (3 * 2 + 4));
    expect(count("getReport")).toBeLessThanOrEqual(created * 1.1);
    expect(count("getReportDocument")).toBeLessThan(created);
    expect(calls.filter(({ throttled }) => throttled)).toEqual([]);
  });
});
