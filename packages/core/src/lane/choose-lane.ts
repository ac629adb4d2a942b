import { isoOf } from "../marketplace/iso.ts";
import type { Lane } from "../message/message.ts";
import type { Order } from "../order/order.ts";
import type { SendWindow } from "../order/send-window.ts";
import type { OrderRule, Reason } from "../policy/decision.ts";
import type { BuyerFacts, StoreFacts, TemplateFacts } from "../policy/facts.ts";
import { isTested } from "./canary.ts";

export interface LaneInput {
  readonly order: Order;
  readonly store: StoreFacts;
  /** Of the flow's step while planning, the planned lane at sending. */
  readonly preference: Lane | "auto";
  readonly aliasKnown: boolean;
  /** Null while the ship date is unknown. */
  readonly emailWindow: SendWindow | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Known at the moment of sending only. */
  readonly fresh: { readonly buyer: BuyerFacts; readonly template: TemplateFacts | null } | null;
}

export interface LaneChoice {
  readonly lane: "solicitation" | "email";
  /** Why the e-mail lane was not possible although it was wanted. */
  readonly reasons: readonly Reason[];
}

type Facts = Reason["facts"];

interface EmailRule {
  readonly id: OrderRule;
  blocks(input: LaneInput): Facts | null;
}

const SOLICITATION: LaneChoice = { lane: "solicitation", reasons: [] };
const EMAIL: LaneChoice = { lane: "email", reasons: [] };

/**
 * The lane of a review request: Amazon's own solicitation, which works for every fulfilment and brings no opt-out
 * notice, unless the store chose e-mail for the marketplace and everything that an e-mail needs is there.
 */
export function chooseLane(input: LaneInput): LaneChoice {
  if (!wantsEmail(input)) return SOLICITATION;
  const reasons: Reason[] = [];
  for (const rule of EMAIL_RULES) {
    const facts = rule.blocks(input);
    if (facts !== null) reasons.push({ rule: rule.id, result: "noted", facts: { lane: "email", ...facts } });
  }
  return reasons.length === 0 ? EMAIL : { lane: "solicitation", reasons };
}

function wantsEmail({ preference, store, order }: LaneInput): boolean {
  if (preference === "auto") return store.emailLane[order.marketplaceId]?.on === true;
  return preference === "email";
}

/** Everything that a review e-mail needs; the daily cap is not here, because it frees again (policy/waits.ts). */
const EMAIL_RULES: readonly EmailRule[] = [
  {
    id: "lane_off",
    blocks: ({ store, order }) => (store.emailLane[order.marketplaceId]?.on === true ? null : { on: false }),
  },
  { id: "sender_not_proven", blocks: senderNotProven },
  { id: "sender_stopped", blocks: senderStopped },
  { id: "store_restricted", blocks: storeRestricted },
  { id: "alias_unknown", blocks: aliasUnknown },
  {
    id: "buyer_opted_out",
    blocks: ({ fresh }) => {
      const optedOut = fresh?.buyer.optedOut ?? null;
      return optedOut && { at: isoOf(optedOut.at.epochMilliseconds), noticeId: optedOut.noticeId };
    },
  },
  {
    id: "alias_suppressed",
    blocks: ({ fresh }) => {
      const suppressed = fresh?.buyer.suppressed ?? null;
      return suppressed && { reason: suppressed.reason, at: isoOf(suppressed.at.epochMilliseconds) };
    },
  },
  { id: "window_over", blocks: emailWindowOver },
  { id: "language_missing", blocks: languageMissing },
  { id: "template_blocked", blocks: templateBlocked },
  {
    id: "approval_missing",
    blocks: ({ fresh }) => (fresh?.template?.approval === "missing" ? { approval: "missing" } : null),
  },
];

function senderNotProven({ store, order }: LaneInput): Facts | null {
  const { sender, canary = null } = store.emailLane[order.marketplaceId] ?? { sender: "not_proven" };
  if (sender === "proven" || (sender === "receiving" && isTested(canary))) return null;
  return { sender, canary: canary?.state ?? null };
}

function senderStopped({ store }: LaneInput): Facts | null {
  const stopped = store.sender?.stopped ?? null;
  return stopped && { at: isoOf(stopped.at.epochMilliseconds), reason: stopped.reason };
}

function storeRestricted({ store, now }: LaneInput): Facts | null {
  const until = store.restrictedUntil;
  if (until === null) return null;
  if (until === "until_lifted") return { until: null };
  return until.epochMilliseconds > now ? { until: isoOf(until.epochMilliseconds) } : null;
}

/** The first report carries no ship date of its own: its orders go by solicitation even if an alias turned up. */
function aliasUnknown({ order, aliasKnown }: LaneInput): Facts | null {
  return aliasKnown && order.source !== "orders_report" ? null : { aliasKnown, source: order.source };
}

function emailWindowOver({ emailWindow, now }: LaneInput): Facts | null {
  if (emailWindow === null) return null;
  const { opens, closes } = emailWindow;
  return now < closes && opens < closes ? null : { opens: isoOf(opens), closes: isoOf(closes) };
}

function languageMissing({ fresh }: LaneInput): Facts | null {
  if (fresh === null) return null;
  return fresh.template !== null && fresh.template.language !== null
    ? null
    : { wanted: fresh.template?.wanted ?? null };
}

function templateBlocked({ fresh }: LaneInput): Facts | null {
  const blocking = fresh?.template?.findings.filter((finding) => finding.severity === "block") ?? [];
  return blocking.length === 0 ? null : { rules: [...new Set(blocking.map((finding) => finding.rule))].join(", ") };
}
