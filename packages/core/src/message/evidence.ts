import type { NoticeKind, Verification } from "../notice/notice.ts";
import type { MessageState } from "./message.ts";
import { canMove } from "./state.ts";

/** What Resend reports about an e-mail, from its signed webhooks (model of 2026-11: `email.*`). */
export const MAIL_EVENTS = [
  "sent",
  "delivered",
  "delivery_delayed",
  "bounced_hard",
  "bounced_soft",
  "complained",
  "failed",
  "suppressed",
] as const;
export type MailEvent = (typeof MAIL_EVENTS)[number];

export type Evidence =
  | { readonly from: "notice"; readonly kind: NoticeKind; readonly verification: Verification }
  | { readonly from: "mail"; readonly event: MailEvent };

export interface EvidenceEffect {
  /** The message's new state; null when it stays. */
  readonly state: MessageState | null;
  /** Whether the slot closes for good; of use only with a new state. */
  readonly final: boolean;
  /** What to remember about the buyer's alias. */
  readonly suppress: "opt_out" | "hard_bounce" | "complaint" | "provider" | null;
  /** The store's e-mail lane pauses until somebody lifts it or the restriction ends. */
  readonly pauseEmailLane: boolean;
  /** Settling waits until a person has judged the notice. */
  readonly holdSettling: boolean;
}

type Effect = Partial<EvidenceEffect>;

/**
 * By evidence (DESIGN §6). A move that the state table forbids leaves the state, the rest still counts.
 *
 * | notice                      | state             | final | suppress    | else               |
 * | opted_out                   | refused_by_buyer  |       | opt_out     |                    |
 * | restricted                  | failed            |       |             | e-mail lane pauses |
 * | sender_not_approved         | failed            |       |             |                    |
 * | guideline_block             | failed            | yes   |             |                    |
 * | attachment_rejected         | failed            | yes   |             |                    |
 * | hard_bounce                 | bounced           |       | hard_bounce |                    |
 * | complaint                   |                   |       | complaint   |                    |
 * | soft_bounce, other          |                   |       |             |                    |
 * | unknown                     |                   |       |             | settling waits     |
 */
const NOTICE_EFFECTS: Readonly<Record<NoticeKind, Effect>> = {
  opted_out: { state: "refused_by_buyer", suppress: "opt_out" },
  restricted: { state: "failed", pauseEmailLane: true },
  sender_not_approved: { state: "failed" },
  guideline_block: { state: "failed", final: true },
  attachment_rejected: { state: "failed", final: true },
  hard_bounce: { state: "bounced", suppress: "hard_bounce" },
  complaint: { suppress: "complaint" },
  soft_bounce: {},
  other: {},
  unknown: { holdSettling: true },
};

/**
 * | event                       | state      | final | suppress    |
 * | sent, delivered             | sent, where the outcome was not known |
 * | bounced_hard                | bounced    |       | hard_bounce |
 * | complained                  |            |       | complaint   |
 * | failed                      | failed     | yes   |             |
 * | suppressed                  | suppressed |       | provider    |
 * | bounced_soft, delivery_delayed |         |       |             |
 */
const MAIL_EFFECTS: Readonly<Record<MailEvent, Effect>> = {
  sent: { state: "sent" },
  delivered: { state: "sent" },
  delivery_delayed: {},
  bounced_hard: { state: "bounced", suppress: "hard_bounce" },
  bounced_soft: {},
  complained: { suppress: "complaint" },
  failed: { state: "failed", final: true },
  suppressed: { state: "suppressed", suppress: "provider" },
};

const NOTHING: EvidenceEffect = {
  state: null,
  final: false,
  suppress: null,
  pauseEmailLane: false,
  holdSettling: false,
};

/** Evidence that a person must judge first: nothing is presumed of the message until then. */
export const UNJUDGED: EvidenceEffect = { ...NOTHING, holdSettling: true };

/** What evidence does to a message in this state. A forged mail proves nothing and changes nothing. */
export function effectOf(evidence: Evidence, current: MessageState): EvidenceEffect {
  if (evidence.from === "notice" && evidence.verification === "forged") return NOTHING;
  const effect = evidence.from === "notice" ? NOTICE_EFFECTS[evidence.kind] : MAIL_EFFECTS[evidence.event];
  const wanted = effect.state ?? null;
  const state = wanted !== null && canMove(current, wanted) ? wanted : null;
  return { ...NOTHING, ...effect, state, final: state !== null && effect.final === true };
}
