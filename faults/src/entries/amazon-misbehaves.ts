import { type AmazonRun, FROM, runAmazon, type SeenCall } from "@heed/bin/amazon-run/run-amazon";
import { SOLICITING, type SolicitedOrder, solicitedOrder } from "@heed/bin/amazon-run/solicited-order";
import { Temporal } from "@heed/core/time";
import type { FaultRule } from "@heed/sandbox/faults/rule";
import { FAULT_CASES, type FaultCase } from "../amazon-faults/fault-cases.ts";
import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";

const HITS = 200;
/** Hits of one run; more of them make more runs, each in a world of its own. */
const HITS_PER_RUN = 400;
/** Every other order is left alone: an outage is another test than single bad answers. */
const ORDERS_PER_HIT = 2;
const DUE_AFTER = { hours: 33 };
const SECONDS_BETWEEN = 30;
const DAYS = 4;
/** DESIGN §6 prescribes the calls; a fifth more is the limit. */
const MOST_OVER_MINIMUM = 1.2;

const POST = "createProductReviewAndSellerFeedbackSolicitation";

/** In the other store every call fails for a while: this many in a row. */
const OUTAGE = 12;
const BREAKER_OPENS_AFTER = 5;
const BREAKER_SECONDS = 60;

/** 5: Amazon answers a request in ten bad ways. Nothing is lost, no storm, and only the store in trouble is left alone. */
export const amazonMisbehaves: FaultEntry = {
  key: "5",
  title: "Amazon's bad answers to a review request, ten kinds; calls beside what the design prescribes",
  expects: "invariants",
  run: misbehave,
};

interface Hit {
  readonly fault: FaultCase;
  readonly orderId: string;
}

async function misbehave({ scale, say }: FaultInput): Promise<FaultOutcome> {
  const perKind = Math.max(2, Math.round(HITS * scale));
  const cases = Array.from({ length: perKind }, () => FAULT_CASES).flat();
  const outcomes: FaultOutcome[] = [];
  for (let from = 0; from < cases.length; from += HITS_PER_RUN) {
    const part = cases.slice(from, from + HITS_PER_RUN);
    say(`run ${outcomes.length + 1}: ${part.length} bad answers over ${part.length * ORDERS_PER_HIT} orders`);
    outcomes.push(await oneRun(part, say));
  }
  const sum = (pick: (outcome: FaultOutcome) => number) => outcomes.reduce((total, one) => total + pick(one), 0);
  return {
    count: sum(({ count }) => count),
    effective: sum(({ effective }) => effective),
    failures: sum(({ failures }) => failures),
    examples: outcomes.flatMap(({ examples }) => examples).slice(0, 8),
    details: {
      calls: sum(({ details }) => details?.["calls"] ?? 0),
      minimum: sum(({ details }) => details?.["minimum"] ?? 0),
      ...Object.fromEntries(FAULT_CASES.map(({ kind }) => [kind, sum(({ details }) => details?.[kind] ?? 0)] as const)),
    },
  };
}

async function oneRun(cases: readonly FaultCase[], say: FaultInput["say"]): Promise<FaultOutcome> {
  const orders = ordersFor(cases.length * ORDERS_PER_HIT);
  const hits = cases.map((fault, index) => ({ fault, orderId: orders[index * ORDERS_PER_HIT]?.order.orderId ?? "" }));
  const run = await runAmazon({ orders: [...orders, ...outageOrders()], faults: rulesFor(hits), days: DAYS, say });
  const found = [...verdictOf(run), ...storms(run, hits), ...breakers(run)];
  const struck = new Set(run.calls.filter(({ fault }) => fault !== null).map(({ orderId }) => orderId));
  return {
    count: hits.length,
    effective: hits.filter(({ orderId }) => struck.has(orderId)).length,
    failures: found.length,
    examples: found,
    details: { calls: callsAbout(run, hits).length, minimum: minimumOf(hits), ...callsByKind(run, hits) },
  };
}

/** What the orders of each kind cost, so that a minimum that is never reached shows as well. */
function callsByKind(run: AmazonRun, hits: readonly Hit[]): Record<string, number> {
  return Object.fromEntries(
    FAULT_CASES.map(({ kind }) => [
      kind,
      callsAbout(
        run,
        hits.filter(({ fault }) => fault.kind === kind),
      ).length,
    ]),
  );
}

function ordersFor(count: number): SolicitedOrder[] {
  const first = FROM.add(DUE_AFTER);
  return Array.from({ length: count }, (_, index) =>
    solicitedOrder({ n: index + 1, place: "de", due: first.add({ seconds: index * SECONDS_BETWEEN }) }),
  );
}

function outageOrders(): SolicitedOrder[] {
  const due = FROM.add(DUE_AFTER).add({ minutes: 10 });
  return Array.from({ length: OUTAGE }, (_, index) => solicitedOrder({ n: 100_000 + index, place: "jp", due }));
}

/** Each order is struck once, at its first request. */
function rulesFor(hits: readonly Hit[]): FaultRule[] {
  const single = hits.map(
    ({ fault: { kind }, orderId }): FaultRule => ({
      kind,
      op: POST,
      path: `/solicitations/v1/orders/${orderId}/`,
      times: 1,
    }),
  );
  return [...single, { kind: "error_503", op: POST, sellerId: SOLICITING.jp.sellerId, times: OUTAGE }];
}

function verdictOf({ verdict, state }: AmazonRun): readonly string[] {
  const { lost, double, leak, early, late, ledgerMissing, examples } = verdict;
  const broken = lost + double + leak + early + late + ledgerMissing;
  const open = state.messages.filter((message) => ["planned", "sending", "failed"].includes(message.state));
  return [
    ...(broken > 0 ? [`the checker found ${broken}: ${examples.join("; ")}`] : []),
    ...open.map((message) => `message ${message.id} ended ${message.state} ${message.endRule ?? ""}`),
  ];
}

function callsAbout({ calls }: AmazonRun, hits: readonly Hit[]): readonly SeenCall[] {
  const orderIds = new Set(hits.map(({ orderId }) => orderId));
  return calls.filter(({ orderId }) => orderId !== null && orderIds.has(orderId));
}

const minimumOf = (hits: readonly Hit[]) => hits.reduce((sum, { fault }) => sum + fault.minimum, 0);

/** Per kind: how many calls its orders cost beside what is prescribed; fewer mean that the fault was none to the product. */
function storms(run: AmazonRun, hits: readonly Hit[]): readonly string[] {
  return FAULT_CASES.flatMap((fault) => {
    const mine = hits.filter((hit) => hit.fault === fault);
    const [calls, minimum] = [callsAbout(run, mine).length, minimumOf(mine)];
    const wrong = calls > minimum * MOST_OVER_MINIMUM || calls < minimum;
    return wrong ? [`${fault.title}: ${calls} calls, ${minimum} prescribed`] : [];
  });
}

/** The store whose calls all failed was left alone after the fifth, while the other one went on. */
function breakers({ calls }: AmazonRun): readonly string[] {
  const of = (place: keyof typeof SOLICITING) =>
    calls.filter(({ operation, sellerId }) => operation === POST && sellerId === SOLICITING[place].sellerId);
  const failing = of("jp");
  const last = failing[BREAKER_OPENS_AFTER - 1];
  const next = calls.find(
    ({ sellerId, at }) => sellerId === SOLICITING.jp.sellerId && last !== undefined && at > last.at,
  );
  if (last === undefined || next === undefined) return ["the failing store made too few calls"];
  const [from, until] = [Temporal.Instant.from(last.at), Temporal.Instant.from(next.at)];
  const rested = until.since(from).total("seconds");
  const others = of("de").filter(({ at }) => at > last.at && at < next.at).length;
  return [
    ...(rested < BREAKER_SECONDS ? [`the failing store was called again after ${rested} s`] : []),
    ...(others === 0 ? ["the other store stood still as well"] : []),
  ];
}
