import type { ProductState, RememberedMessage } from "./product-state.ts";
import type { ProactiveCall, SandboxLog } from "./sandbox-log.ts";

export interface Verdict {
  /** Messages that the product takes for sent and nobody received, requests that it forgot, and messages left lying past their time. */
  readonly lost: number;
  /** Proactive requests for an order that had one accepted before, whoever answered what to the later one. */
  readonly double: number;
  /** Calls with the credentials of one seller about an order of another. */
  readonly leak: number;
  readonly early: number;
  readonly late: number;
  /** Messages sent or refused at sending, and shipped orders, about which the ledger says nothing. */
  readonly ledgerMissing: number;
  /** The first few findings of each kind, by message or place; no order id, no alias. */
  readonly examples: readonly string[];
}

export interface JudgeInput {
  readonly log: SandboxLog;
  readonly state: ProductState;
  /** The instant at which the clock stopped, milliseconds. */
  readonly until: number;
  /** How long after it was due a message may still be unsent, milliseconds. */
  readonly patience: number;
}

const DAY = 86_400_000;
/** Amazon's own range for a solicitation (set-up-the-solicitations-api): 5 to 30 days after delivery, here on its window. */
const OPENS = 5 * DAY;
const CLOSES = 30 * DAY;
/** States in which the product holds that the request went out, or knows that it may have. */
const OUT = new Set(["sent", "reached", "refused_by_buyer", "bounced", "suppressed", "failed", "unknown"]);
/** States that claim delivery to Amazon or Resend: the log must hold the call. */
const CLAIMED = new Set(["sent", "reached", "refused_by_buyer", "bounced"]);

interface Finding {
  readonly kind: Exclude<keyof Verdict, "examples">;
  readonly text: string;
}

/** Compares what really happened (the log) with what the product believes (the database). Pure. */
export function judge(input: JudgeInput): Verdict {
  const findings = [
    ...findLost(input),
    ...findForgotten(input),
    ...findDoubles(input),
    ...findLeaks(input),
    ...findMistimed(input),
    ...findSilent(input),
  ];
  const counted = (kind: Finding["kind"]) => findings.filter((finding) => finding.kind === kind).length;
  return {
    lost: counted("lost"),
    double: counted("double"),
    leak: counted("leak") + input.log.foreignCalls,
    early: counted("early"),
    late: counted("late"),
    ledgerMissing: counted("ledgerMissing") + input.state.silentOrders,
    examples: examplesOf(findings),
  };
}

function findLost({ log, state, until, patience }: JudgeInput): Finding[] {
  const accepted = countBy(
    log.proactive.filter((call) => call.accepted),
    callKey,
  );
  return state.messages.flatMap((message): Finding[] => {
    if (CLAIMED.has(message.state) && (accepted.get(`${message.lane} ${message.orderId}`) ?? 0) === 0) {
      return [{ kind: "lost", text: `message ${message.id} is ${message.state}, and no call was accepted` }];
    }
    const lying = ["planned", "sending"].includes(message.state) && expectedAt(message) + patience < until;
    return lying ? [{ kind: "lost", text: `message ${message.id} is still ${message.state} past its time` }] : [];
  });
}

/** An accepted request that the product does not remember would be made again. */
function findForgotten({ log, state }: JudgeInput): Finding[] {
  const remembered = new Set(
    state.messages.filter(({ state: now }) => OUT.has(now)).map(({ orderId, lane }) => `${lane} ${orderId}`),
  );
  return log.proactive
    .filter((call) => call.accepted && !remembered.has(callKey(call)))
    .map((call) => ({ kind: "lost", text: `a ${call.lane} was accepted that no message accounts for` }));
}

function findDoubles({ log }: JudgeInput): Finding[] {
  const asked = new Set<string>();
  return log.proactive.flatMap((call): Finding[] => {
    if (call.lane === "typed") return [];
    const again = asked.has(call.orderId);
    if (call.accepted) asked.add(call.orderId);
    return again ? [{ kind: "double", text: `a second ${call.lane} for one order` }] : [];
  });
}

function findLeaks({ log, state }: JudgeInput): Finding[] {
  return log.proactive
    .filter(({ sellerOfCall, sellerOfOrder, orderId }) => {
      const owner = sellerOfOrder ?? state.sellerOfOrder.get(orderId) ?? null;
      return sellerOfCall !== null && owner !== null && sellerOfCall !== owner;
    })
    .map((call) => ({ kind: "leak", text: `a ${call.lane} of one seller for an order of another` }));
}

function findMistimed({ log, state, patience }: JudgeInput): Finding[] {
  const byKey = new Map(state.messages.map((message) => [`${message.lane} ${message.orderId}`, message]));
  return log.proactive
    .filter(({ accepted, lane }) => accepted && lane !== "typed")
    .flatMap((call) => {
      const message = byKey.get(callKey(call));
      return message === undefined ? [] : timeFaults(call, message, patience);
    });
}

function timeFaults(call: ProactiveCall, message: RememberedMessage, patience: number): Finding[] {
  const { deliveryEarliest, deliveryLatest, dueAt, id } = message;
  const expected = expectedAt(message);
  const asks = call.lane === "solicitation";
  const opens = asks && deliveryEarliest !== null ? deliveryEarliest + OPENS : dueAt;
  const closes =
    asks && deliveryEarliest !== null ? (deliveryLatest ?? deliveryEarliest) + CLOSES : Number.POSITIVE_INFINITY;
  if (call.at < Math.max(opens, dueAt)) return [{ kind: "early", text: `message ${id} went before it was due` }];
  const late = call.at >= closes || call.at > expected + patience;
  return late
    ? [{ kind: "late", text: `message ${id} went ${Math.round((call.at - expected) / 60_000)} minutes late` }]
    : [];
}

/** Nothing can go before it is planned. */
function expectedAt({ dueAt, plannedAt }: RememberedMessage): number {
  return Math.max(dueAt, plannedAt);
}

function findSilent({ state }: JudgeInput): Finding[] {
  return state.messages
    .filter(({ state: now, sendLines }) => (CLAIMED.has(now) || now === "unknown") && sendLines === 0)
    .map(({ id, state: now }) => ({ kind: "ledgerMissing", text: `message ${id} is ${now} without a decision` }));
}

const EXAMPLES = 3;

function examplesOf(findings: readonly Finding[]): string[] {
  const shown = countBy([], String);
  return findings.flatMap(({ kind, text }) => {
    const before = shown.get(kind) ?? 0;
    shown.set(kind, before + 1);
    return before < EXAMPLES ? [`${kind}: ${text}`] : [];
  });
}

function callKey({ lane, orderId }: ProactiveCall): string {
  return `${lane} ${orderId}`;
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
