import { type AmazonRun, FROM, runAmazon, type SeenCall } from "@heed/bin/amazon-run/run-amazon";
import { type SolicitedOrder, solicitedOrder } from "@heed/bin/amazon-run/solicited-order";
import type { WorldOrder } from "@heed/sandbox/world/types";
import type { CountBench, Figure } from "../count-bench.ts";

const ORDERS = 600;
const IDLE = 200;
/** So many requests within a minute: ten times what Amazon lets through (one a second). */
const DUE_WITHIN_SECONDS = 60;
const DUE_AFTER = { hours: 33 };
const LOST_SHARE = 0.02;

const POST = "createProductReviewAndSellerFeedbackSolicitation";
/** Calls about one order in the solicitation lane. */
const ABOUT_AN_ORDER = new Set([
  POST,
  "getSolicitationActionsForOrder",
  "getMessagingActionsForOrder",
  "GetAttributes",
]);

/** h: calls to Amazon, counted at its stand-in: per request made, with lost answers, per idle order, and for sync. */
export const callsBench: CountBench = {
  key: "h",
  title: `calls to Amazon for ${ORDERS} review requests that fall due within ${DUE_WITHIN_SECONDS} s, beside naive 4 per order`,
  async run(say) {
    const clean = await runAmazon({ orders: orders(), idle: idleOrders(), faults: [], days: 3, say });
    const lossy = await runAmazon({
      orders: orders(),
      // Drawn a little more often and ended at exactly the share that the goal speaks of.
      faults: [{ kind: "reset", op: POST, rate: LOST_SHARE * 1.5, times: ORDERS * LOST_SHARE, seed: 7 }],
      days: 4,
      say,
    });
    const lost = lossy.calls.filter(({ fault }) => fault !== null).length;
    say(`${lost} answers of ${asked(lossy).size} requests were lost`);
    return [...cleanFigures(clean), { ...perRequest(lossy), field: "calls_per_solicitation_lossy", most: 1.07 }];
  },
};

function orders(): SolicitedOrder[] {
  const first = FROM.add(DUE_AFTER);
  return Array.from({ length: ORDERS }, (_, index) =>
    solicitedOrder({
      n: index + 1,
      place: "de",
      due: first.add({ milliseconds: Math.round((index * DUE_WITHIN_SECONDS * 1000) / ORDERS) }),
    }),
  );
}

/** Cancelled, a replacement, sold elsewhere, too old: nothing about them is ever due. */
function idleOrders(): WorldOrder[] {
  return Array.from({ length: IDLE }, (_, index) => {
    const { order } = solicitedOrder({ n: 10_000 + index, place: "de", due: FROM.add(DUE_AFTER) });
    const last = order.changes.at(-1)?.at ?? FROM.toString();
    const kinds: readonly Partial<WorldOrder>[] = [
      { changes: [...order.changes, { at: last, status: "CANCELLED" }] },
      { replacementOf: "702-0000001-0000001" },
      { orderId: order.orderId.replace("702", "S02"), channel: "other" },
      solicitedOrder({ n: 20_000 + index, place: "de", due: FROM.subtract({ hours: 24 * 60 }) }).order,
    ];
    return { ...order, ...kinds[index % kinds.length] };
  });
}

function cleanFigures(run: AmazonRun): Figure[] {
  const { calls } = run;
  const requested = asked(run);
  const throttled = calls.filter((call) => call.throttled).length;
  const idle = calls.filter(({ orderId }) => orderId !== null && !requested.has(orderId)).length;
  const searches = calls.filter(({ operation }) => operation === "searchOrders").length;
  return [
    { ...perRequest(run), field: "calls_per_solicitation", most: 1.01 },
    { field: "calls_per_idle_order", value: idle / IDLE, most: 0, work: `${idle} calls about ${IDLE} idle orders` },
    {
      field: "calls_sync_per_order",
      value: searches / (ORDERS + IDLE),
      most: null,
      work: `${searches} searches in three days by three stores for ${ORDERS + IDLE} orders`,
    },
    {
      field: "throttled_share",
      value: throttled / calls.length,
      most: 0.001,
      work: `${throttled} answers 429 of ${calls.length} at ten times the published load`,
    },
  ];
}

/** Orders about which a request was really made. */
function asked({ calls }: AmazonRun): ReadonlySet<string> {
  return new Set(calls.filter(isRequest).flatMap(({ orderId }) => orderId ?? []));
}

const isRequest = ({ operation }: SeenCall) => operation === POST;

function perRequest(run: AmazonRun): Omit<Figure, "field" | "most"> {
  const requested = asked(run);
  const about = run.calls.filter(({ operation }) => ABOUT_AN_ORDER.has(operation ?? "")).length;
  const made = run.calls.filter(({ effect }) => effect?.kind === "solicitation").length;
  if (requested.size < 500) throw new Error(`only ${requested.size} requests were made: too few to say anything`);
  return { value: about / requested.size, work: `${about} calls for ${requested.size} orders, ${made} accepted` };
}
