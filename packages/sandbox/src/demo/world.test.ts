import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "@heed/core/time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasSpec, SPEC_DIR } from "../testing/published-spec.ts";
import { marketplace } from "../world/marketplaces.ts";
import { orderAt } from "../world/order-at.ts";
import { ORDERS_REPORT_COLUMNS, SHIPMENTS_REPORT_COLUMNS } from "./report-columns.ts";
import { encodeReport, reportText } from "./reports.ts";
import { DEMO_STORES } from "./stores.ts";
import { demoWorld } from "./world.ts";

const now = Temporal.Instant.from("2026-11-20T12:00:00Z");
const world = demoWorld({ seed: 7, now, orders: 2000 });
const shareOf = (count: number, all: number) => count / all;

describe("the demo world", () => {
  it("is the same for the same options and another for another seed", () => {
    expect(demoWorld({ seed: 7, now, orders: 2000 })).toEqual(world);
    expect(demoWorld({ seed: 8, now, orders: 2000 }).orders[0]).not.toEqual(world.orders[0]);
  });

  it("has two tenants and three stores in three regions", () => {
    expect(new Set(world.stores.map((store) => store.tenantSlug)).size).toBe(2);
    expect(world.stores.map((store) => store.region)).toEqual(["NA", "EU", "FE"]);
    expect(world.stores.filter((store) => store.marketplaces.some((place) => place.emailLane))).toHaveLength(1);
  });

  it("shows at least the orders that were asked for, in all states", () => {
    const moments = world.orders.map((order) => orderAt(order, now)).filter((moment) => moment !== null);
    expect(moments.length).toBeGreaterThanOrEqual(2000);
    expect(world.orders.length).toBe(2200);
    const statuses = new Set(moments.map((moment) => moment.status));
    for (const status of [
      "PENDING",
      "UNSHIPPED",
      "PARTIALLY_SHIPPED",
      "SHIPPED",
      "CANCELLED",
      "UNFULFILLABLE",
    ] as const)
      expect(statuses).toContain(status);
    expect(world.orders.some((order) => order.replacementOf !== null)).toBe(true);
    expect(world.orders.some((order) => order.channel === "other" && order.orderId.startsWith("S"))).toBe(true);
    expect(world.orders.some((order) => order.programs.includes("AMAZON_BUSINESS"))).toBe(true);
    expect(world.orders.some((order) => order.items.some((item) => item.customized))).toBe(true);
    expect(world.orders.some((order) => order.deliverBy.latest === null)).toBe(true);
  });

  it("has a request due in each of the first hours' minutes", () => {
    const due = (minutes: number) => now.subtract({ hours: 168 }).add({ minutes }).toString({ smallestUnit: "second" });
    const latest = new Map(world.orders.map((order) => [order.deliverBy.latest, order]));
    for (let minute = 1; minute <= 180; minute += 1) {
      const order = latest.get(due(minute));
      expect(order?.changes.at(-1)?.status).toBe("SHIPPED");
      expect((order?.changes.at(-1)?.at ?? "9") < (order?.deliverBy.latest ?? "")).toBe(true);
    }
  });

  it("has buyers who come back and three to six in a hundred who refuse", () => {
    const refusing = world.buyers.filter((buyer) => buyer.optedOutAt !== null);
    expect(shareOf(refusing.length, world.buyers.length)).toBeGreaterThan(0.03);
    expect(shareOf(refusing.length, world.buyers.length)).toBeLessThan(0.06);
    expect(world.buyers.length).toBeLessThan(world.orders.length * 0.92);
  });

  it("lets notices come in German, French and Japanese from stores without the e-mail lane", () => {
    const orders = new Map(world.orders.map((order) => [order.orderId, order]));
    const languages = new Set(
      world.handWritten.map(({ orderId }) =>
        marketplace(orders.get(orderId)?.marketplaceId ?? "").language.slice(0, 2),
      ),
    );
    expect([...languages].toSorted()).toEqual(["de", "fr", "ja"]);
  });

  it("is sound for any seed: ids are unique, changes ascend, buyers belong to the order's store", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        const { orders, buyers } = demoWorld({ seed, now, orders: 60 });
        const byAlias = new Map(buyers.map((buyer) => [buyer.alias, buyer]));
        expect(new Set(orders.map((order) => order.orderId)).size).toBe(orders.length);
        for (const order of orders) {
          const times = order.changes.map((change) => change.at);
          expect(times).toEqual(times.toSorted());
          expect(byAlias.get(order.alias)).toMatchObject({
            sellerId: order.sellerId,
            marketplaceId: order.marketplaceId,
          });
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("the demo's reports", () => {
  const [us, , jp] = DEMO_STORES;
  const of = (sellerId: string) => world.orders.filter((order) => order.sellerId === sellerId);

  it("hold a line per item, tell the buyer's alias only in the shipments report, and no order of the future", () => {
    const orders = reportText("GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL", of(us.sellerId), now)
      .trimEnd()
      .split("\n");
    const visible = of(us.sellerId).filter((order) => orderAt(order, now) !== null);
    expect(orders.length - 1).toBe(visible.reduce((sum, order) => sum + order.items.length, 0));
    expect(orders.join()).not.toContain("@marketplace.");
    const shipments = reportText("GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL", of(us.sellerId), now);
    expect(shipments).toContain("@marketplace.amazon.com");
  });

  it("can be read back from each of Amazon's encodings", () => {
    const text = reportText("GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL", of(jp.sellerId), now);
    expect(new TextDecoder("shift_jis", { fatal: true }).decode(encodeReport(text, "shift_jis"))).toBe(text);
    const german = reportText("GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL", of(DEMO_STORES[1].sellerId), now);
    expect(new TextDecoder("windows-1252", { fatal: true }).decode(encodeReport(german, "windows-1252"))).toBe(german);
  });

  it.skipIf(!hasSpec)("have the columns that were found in real ones (shared-missing)", () => {
    const published = JSON.parse(readFileSync(join(SPEC_DIR, "report-columns.json"), "utf8")) as Record<
      string,
      { columns: string[] }
    >;
    expect(published["GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL"]?.columns).toEqual(ORDERS_REPORT_COLUMNS);
    expect(published["GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL"]?.columns).toEqual(SHIPMENTS_REPORT_COLUMNS);
  });
});
