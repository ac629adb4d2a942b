import { REVIEW_REQUEST_FLOW } from "@heed/core/flow/built-in";
import { openingFrom } from "@heed/core/flow/send-hours";
import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import { emailWindow } from "@heed/core/order/email-window";
import { solicitationWindow } from "@heed/core/order/solicitation-window";
import { rulePack_2026_11_23 as rulePack } from "@heed/core/policy/rule-pack";
import { Temporal } from "@heed/core/time";
import type { Entry } from "@heed/sandbox/journal/entry";
import { replayAgainstModels } from "@heed/sandbox/judge/replay-against-models";
import { hasSpec, SPEC_DIR } from "@heed/sandbox/testing/published-spec";
import type { WorldOrder } from "@heed/sandbox/world/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Accepted,
  acceptedRequests,
  asChecker,
  readLog,
  readMessages,
  type SeenMessage,
} from "./testing/read-state.ts";
import { type MainJob, START, startMainJob } from "./testing/start-main-job.ts";
import { aliasOf, orderIdOf, worldBuyer, worldOrder } from "./testing/world-order.ts";

const HOUR = 3_600_000;
const DAYS = 12;
const start = Temporal.Instant.from(START);
const until = start.add({ hours: 24 * DAYS });
const day = (days: number) => start.add({ hours: 24 * days });

/** A buyer who refuses all sellers: the first order gets an e-mail, the second falls due after its notice. */
const REFUSING = 1;
const [FIRST, SECOND] = [orderIdOf(REFUSING), orderIdOf(2)];
/** Another one, to whom the seller wrote by hand before our request was due. */
const BY_HAND = 3;
const put = {
  buyers: [
    worldBuyer(REFUSING, { optedOutAt: "2026-01-01T00:00:00Z" }),
    worldBuyer(BY_HAND, { place: "de", optedOutAt: "2026-01-01T00:00:00Z" }),
  ],
  orders: [
    worldOrder({ n: REFUSING, due: day(1) }),
    worldOrder({ n: 2, due: day(5), alias: aliasOf(REFUSING) }),
    worldOrder({ n: BY_HAND, place: "de", due: day(5) }),
  ],
  handWritten: [{ orderId: orderIdOf(BY_HAND), at: day(2).toString() }],
};

const OUT = new Set(["sent", "reached", "refused_by_buyer", "bounced"]);
const keyOf = ({ lane, orderId }: { lane: string; orderId: string }) => `${lane} ${orderId}`;

describe(`${DAYS} days of the demo's orders`, () => {
  let job: MainJob;
  let log: Entry[] = [];
  let accepted: Accepted[] = [];
  let messages: SeenMessage[] = [];
  const check = <T>(ask: Parameters<typeof asChecker<T>>[1]) => asChecker(job.database.urls.DATABASE_CHECK_URL, ask);

  beforeAll(async () => {
    job = await startMainJob({ orders: 110, seed: 3, put });
    await job.run(until);
    log = await readLog(job.sandbox.logPath);
    accepted = acceptedRequests(log);
    messages = await readMessages(job.database.urls.DATABASE_CHECK_URL);
  }, 240_000);
  afterAll(() => job.stop());

  it("leaves no message lying past its time", () => {
    const lying = messages.filter(
      ({ state, dueAt }) =>
        state === "sending" || (state === "planned" && dueAt.getTime() < until.epochMilliseconds - HOUR),
    );
    expect(lying).toEqual([]);
    expect(messages.filter(({ state, endRule }) => state === "refused" && endRule === null)).toEqual([]);
  });

  it("sends in both lanes, and settles what no notice followed", () => {
    for (const lane of ["solicitation", "email"]) {
      expect(messages.filter((message) => message.lane === lane && message.state === "reached").length).toBeGreaterThan(
        2,
      );
    }
  });

  it("has made each request that it remembers exactly once, and remembers each that was accepted", () => {
    const sent = messages.filter(({ state }) => OUT.has(state)).map(keyOf);
    expect(accepted.map(keyOf).toSorted()).toEqual(sent.toSorted());
    expect(new Set(accepted.map(({ orderId }) => orderId)).size).toBe(accepted.length);
  });

  it("never uses one seller's credentials or address for another seller's order", () => {
    expect(accepted.filter(({ sellerOfCall, sellerOfOrder }) => sellerOfCall !== sellerOfOrder)).toEqual([]);
    const foreign = log.filter(
      (entry) => entry.kind === "amazon.call" && entry.orderSellerId !== null && entry.sellerId !== entry.orderSellerId,
    );
    expect(foreign).toEqual([]);
  });

  it("sends nothing outside its window or the marketplace's send hours", () => {
    const orders = new Map([...job.world.orders, ...put.orders].map((order) => [order.orderId, order]));
    const outside = accepted.filter((request) => {
      const order = orders.get(request.orderId);
      return order === undefined || !isInTime(order, request);
    });
    expect(outside).toEqual([]);
  });

  it("writes a line of the ledger for every decision", async () => {
    expect(
      messages.filter(({ state, sendLines }) => (OUT.has(state) || state === "refused") && sendLines === 0),
    ).toEqual([]);
    const [silent] = await check(
      (sql) => sql`
        select count(*)::int as orders from "order" o
        where not exists (select from decision d where d.tenant_id = o.tenant_id and d.order_ref = o.id and d.phase = 'plan')`,
    );
    expect(silent).toEqual({ orders: 0 });
  });

  it("learns a refusal once: verified notice, message, suppression, credit, and the next order of the buyer", async () => {
    const first = messages.find(({ orderId }) => orderId === FIRST);
    expect(first).toMatchObject({ lane: "email", state: "refused_by_buyer", endRule: "opted_out" });
    const notices = await check(
      (sql) => sql`select kind, verification, effect from notice where message_id = ${first?.id ?? null}`,
    );
    expect([...notices]).toEqual([{ kind: "opted_out", verification: "verified", effect: "applied" }]);
    const units = await check(
      (sql) => sql`select kind, units from usage_entry where message_id = ${first?.id ?? null}`,
    );
    expect([...units]).toEqual([{ kind: "refused", units: 0 }]);
    const known = await check(
      (sql) => sql`
        select s.reason, s.masked like '%…%' as masked from suppression s join "order" o on o.tenant_id = s.tenant_id and o.id = s.order_ref
        where o.order_id = ${FIRST}`,
    );
    expect([...known]).toEqual([{ reason: "opted_out", masked: true }]);
    expect(messages.find(({ orderId }) => orderId === SECOND)).toMatchObject({
      state: "refused",
      endRule: "buyer_opted_out",
      final: false,
    });
    expect(accepted.map(({ orderId }) => orderId)).not.toContain(SECOND);
  });

  it("learns a refusal also from the notice about a message that the seller wrote by hand", async () => {
    const notices = await check(
      (sql) => sql`
        select n.kind, n.language, n.verification, n.effect, n.message_id is null as "byHand", s.reason
        from notice n
        join "order" o on o.tenant_id = n.tenant_id and o.id = n.order_ref
        join suppression s on s.tenant_id = n.tenant_id and s.notice_id = n.id
        where o.order_id = ${orderIdOf(BY_HAND)}`,
    );
    const verified = { kind: "opted_out", verification: "verified", effect: "applied", reason: "opted_out" };
    expect([...notices]).toEqual([{ ...verified, language: "de", byHand: true }]);
    const message = messages.find(({ orderId }) => orderId === orderIdOf(BY_HAND));
    expect(message).toMatchObject({ lane: "solicitation", state: "refused", endRule: "buyer_opted_out" });
  });

  it("bills what reached a buyer, and nothing else", async () => {
    const [units] = await check((sql) => sql`select sum(units)::int as sum from usage_entry`);
    expect(units?.["sum"]).toBe(messages.filter(({ state }) => state === "reached").length);
  });

  it.skipIf(!hasSpec)(
    "makes only requests that Amazon's published models accept (shared-missing)",
    async () => {
      const result = await replayAgainstModels({ logPath: job.sandbox.logPath, specDir: `${SPEC_DIR}/amazon` });
      expect(result.rejected).toEqual([]);
      expect(result.replayed).toBeGreaterThan(50);
      expect(result.accepted).toBe(result.replayed);
    },
    240_000,
  );
});

const HOURS = REVIEW_REQUEST_FLOW.steps[0]?.sendHours ?? null;

function isInTime(order: WorldOrder, { at, lane }: Accepted): boolean {
  const zone = marketplaceById(order.marketplaceId)?.timeZone ?? "";
  const moment = Temporal.Instant.from(at).epochMilliseconds;
  if (openingFrom(moment, HOURS, zone) !== moment) return false;
  // Where Amazon hides the window the product works on an estimate, which lies inside the true one.
  const delivery = {
    earliest: Temporal.Instant.from(order.deliverBy.earliest),
    latest: order.deliverBy.latest === null ? null : Temporal.Instant.from(order.deliverBy.latest),
    estimated: false,
  };
  const shipped = order.changes.find(({ status }) => status === "SHIPPED")?.at;
  const shippedAt = shipped === undefined ? null : Temporal.Instant.from(shipped);
  const window =
    lane === "email"
      ? emailWindow({ shippedAt, delivery, zone, days: rulePack.emailWindowDays })
      : solicitationWindow(delivery, zone);
  return window !== null && window.opens <= moment && moment < window.closes;
}
