import type { Outputs } from "../../server/routers/app.ts";
import { LANE_WORDS, PURPOSE_WORDS } from "../message/message-words.ts";
import { NOTICE_WORDS } from "../notice/notice-words.ts";

export type OrderDetail = Outputs["order"]["get"];
export type DecisionLine = OrderDetail["decisions"][number];
type MessageLine = OrderDetail["messages"][number];
type NoticeLine = OrderDetail["notices"][number];

/** Who or what an entry comes from; each has its own mark. */
export type EventKind = "amazon" | "decision" | "act" | "notice" | "planned";

export interface TimeLineEvent {
  readonly key: string;
  /** ISO instant. */
  readonly at: string;
  readonly kind: EventKind;
  readonly title: string;
  readonly note: string | null;
  readonly decision: DecisionLine | null;
  readonly notice: NoticeLine | null;
  /** Whether the message that went out then can be shown as the buyer saw it. */
  readonly mail: boolean;
  /** True where something that the buyer refused, or a failure, is told. */
  readonly bad: boolean;
}

/** The story of an order, oldest first; what is planned comes last. */
export function timeLineEvents(order: OrderDetail): readonly TimeLineEvent[] {
  const past = [
    ...orderEvents(order),
    ...order.decisions.map(decisionEvent),
    ...order.messages.flatMap(messageEvents),
    ...order.notices.map(noticeEvent),
  ].toSorted((a, b) => compareInstants(a.at, b.at));
  return [...past, ...order.messages.filter(({ state }) => state === "planned").map(plannedEvent)];
}

const PLAIN = { note: null, decision: null, notice: null, mail: false, bad: false } as const;

function orderEvents({ row, createdAt, shippedAt, source }: OrderDetail): readonly TimeLineEvent[] {
  const shipped: TimeLineEvent[] =
    shippedAt === null
      ? []
      : [{ ...PLAIN, key: "shipped", at: shippedAt.toString(), kind: "amazon", title: "Shipped" }];
  return [
    { ...PLAIN, key: "bought", at: row.purchasedAt.toString(), kind: "amazon", title: "Bought" },
    ...shipped,
    {
      ...PLAIN,
      key: "imported",
      at: createdAt.toString(),
      kind: "act",
      title: source === "sync" ? "Imported by sync" : "Imported from a report",
    },
  ];
}

const VERDICT_WORDS: Readonly<Record<string, string>> = {
  planned: "Planned",
  not_planned: "Not planned",
  send: "Decided: send",
  wait: "Decided: wait",
  refuse: "Decided: do not send",
  dry_run: "Would have been sent, if this were no dry run",
  outcome: "Outcome recorded",
};

function decisionEvent(decision: DecisionLine): TimeLineEvent {
  const lane = decision.lane === null ? "" : ` by ${LANE_WORDS[decision.lane]}`;
  return {
    ...PLAIN,
    key: decision.id,
    at: decision.at.toString(),
    kind: "decision",
    title: VERDICT_WORDS[decision.verdict] ?? decision.verdict,
    note: `${PURPOSE_WORDS[decision.purpose]}${lane}`,
    decision,
  };
}

function messageEvents(message: MessageLine): readonly TimeLineEvent[] {
  const { id, lane, state, sentAt, settledAt } = message;
  const sent: TimeLineEvent[] =
    sentAt === null
      ? []
      : [
          {
            ...PLAIN,
            key: `${id} sent`,
            at: sentAt.toString(),
            kind: "act",
            title: `Sent by ${LANE_WORDS[lane]}`,
            note: lane === "solicitation" ? "In Amazon’s own words, in the buyer’s language" : null,
            mail: lane === "email",
          },
        ];
  const settled: TimeLineEvent[] =
    settledAt === null || state !== "reached"
      ? []
      : [
          {
            ...PLAIN,
            key: `${id} settled`,
            at: settledAt.toString(),
            kind: "act",
            title: "Reached",
            note: lane === "solicitation" ? "Accepted by Amazon" : "Presumed: no notice came within its time",
          },
        ];
  return [...sent, ...settled];
}

function noticeEvent(notice: NoticeLine): TimeLineEvent {
  const { title, bad } = NOTICE_WORDS[notice.kind];
  return { ...PLAIN, key: notice.id, at: notice.at.toString(), kind: "notice", title, notice, bad };
}

function plannedEvent({ id, lane, dueAt, purpose }: MessageLine): TimeLineEvent {
  return {
    ...PLAIN,
    key: `${id} due`,
    at: dueAt.toString(),
    kind: "planned",
    title: `${PURPOSE_WORDS[purpose]} is due`,
    note: `By ${LANE_WORDS[lane]}; decided again on fresh facts before it goes`,
  };
}

function compareInstants(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}
