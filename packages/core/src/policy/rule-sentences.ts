import type { OrderRule } from "./decision.ts";

/** Reads one fact of a reason as words; instants come out in the reader's zone, missing facts as "unknown". */
export type Tell = (fact: string) => string;

type Sentence = string | ((tell: Tell) => string);

export interface RuleSentences {
  /** Why the message does not go (or, for lanes, why the e-mail lane is not possible). */
  readonly refused: Sentence;
  readonly wait?: Sentence;
  readonly passed?: Sentence;
}

const NOT_ENTITLED: Readonly<Record<string, string>> = {
  used_up: "The plan's messages of this period are used up. It goes when the next period begins, or on a larger plan.",
  spending_cap:
    "The workspace's spending cap is reached. It goes when the next period begins, or when the cap is raised.",
  unpaid: "A payment is open. It goes as soon as that is paid.",
};

/** What each rule of the order says to a seller, in plain English. */
export const RULE_SENTENCES: Readonly<Record<OrderRule, RuleSentences>> = {
  before_cut_over: {
    refused: (tell) =>
      `The order was placed on ${tell("purchasedAt")}, before this store's start date of ${tell("cutOverAt")}; another tool may have asked already.`,
  },
  cancelled: {
    refused: (tell) =>
      tell("requested") === "true"
        ? "The buyer has asked to cancel the order."
        : `The order is ${tell("status").toLowerCase()}.`,
  },
  replacement: { refused: "The order replaces another one, whose buyer may have been asked already." },
  not_amazon_channel: {
    refused: (tell) =>
      tell("channel") === "amazon"
        ? `Heed does not know the marketplace ${tell("marketplace")}.`
        : "The order was not sold on Amazon, so Amazon allows no message about it.",
  },
  window_not_open: {
    refused: "It is too early to write about this order.",
    wait: (tell) =>
      tell("status") === "unknown"
        ? `The message may go from ${tell("until")}.`
        : `The order has not shipped yet (${tell("status").toLowerCase().replaceAll("_", " ")}); Heed looks again on ${tell("until")}.`,
  },
  window_over: {
    refused: (tell) => `The time in which this message was allowed ended on ${tell("closes")}.`,
    passed: (tell) =>
      `Allowed from ${tell("opens")} until ${tell("closes")}${tell("estimated") === "true" ? ", by our estimate of the delivery" : ""}.`,
  },
  slot_taken: {
    refused: (tell) =>
      `Amazon allows one request for each order, and there is one already (${tell("lane")}, ${tell("state").replaceAll("_", " ")}).`,
  },
  already_requested_or_ineligible: {
    refused: (tell) =>
      tell("offered") === "unknown"
        ? "Amazon was not asked whether it still offers a review request for this order."
        : "Amazon no longer offers a review request for this order: it was asked already, or the order does not qualify.",
  },
  buyer_opted_out: {
    refused: (tell) => `The buyer refused seller messages; we learnt it on ${tell("at")} from a notice of Amazon.`,
  },
  alias_suppressed: {
    refused: (tell) => `Nobody writes to this buyer since ${tell("at")}: ${suppression(tell("reason"))}.`,
  },
  alias_unknown: {
    refused: (tell) =>
      tell("aliasKnown") === "true"
        ? "The order is known from the orders report only, which carries no ship date, so it does not go by e-mail."
        : "Amazon has not told us a relay address for this buyer.",
  },
  lane_off: { refused: "The e-mail lane is switched off for this marketplace." },
  sender_not_proven: {
    refused: "The sender address of this store is not proven to be on Amazon's list of approved senders.",
    wait: "The first e-mail of this store goes alone; the others wait two hours for a rejection of the sender.",
  },
  store_restricted: {
    refused: (tell) =>
      tell("until") === "unknown"
        ? "Amazon has restricted this store's proactive messages."
        : `Amazon has restricted this store's proactive messages until ${tell("until")}.`,
  },
  store_paused: {
    refused: "Sending is paused.",
    wait: (tell) =>
      tell("flow") === "unknown"
        ? `Sending is paused; Heed looks again on ${tell("until")}.`
        : `The flow ${tell("flow")} is paused; Heed looks again on ${tell("until")}.`,
  },
  stopped_item: { refused: (tell) => `Messages about the item ${tell("sku")} are stopped.` },
  blackout: {
    refused: "The day is blacked out.",
    wait: (tell) => `The day is blacked out; the next free one starts on ${tell("until")}.`,
  },
  dry_run: { refused: (tell) => `Dry run: this would have gone as ${laneName(tell("lane"))}.` },
  send_hours: {
    refused: "The send hours never open while the message is allowed.",
    wait: (tell) => `Outside the send hours; they open on ${tell("until")}.`,
    passed: (tell) => `Due on ${tell("dueAt")}.`,
  },
  daily_cap: {
    refused: (tell) => `In the last 24 hours ${tell("sent")} of ${tell("cap")} proactive messages went out.`,
    wait: (tell) =>
      `In the last 24 hours ${tell("sent")} of ${tell("cap")} proactive messages went out; there is room again on ${tell("until")}.`,
    passed: (tell) => `In the last 24 hours ${tell("sent")} of ${tell("cap")} proactive messages went out.`,
  },
  entitlement: {
    refused: "The plan of this workspace has no messages left.",
    wait: (tell) => NOT_ENTITLED[tell("why")] ?? "The plan of this workspace has no messages left.",
  },
  held_out: {
    refused: (tell) =>
      `The experiment ${tell("experiment")} of the flow ${tell("flow")} holds this order out, to compare.`,
  },
  condition_not_met: {
    refused: (tell) =>
      tell("field") === "unknown"
        ? "No active flow is for this order."
        : `The flow ${tell("flow")} is for other orders: its condition on ${fieldName(tell("field"))} was not met (saw ${tell("saw")}).`,
    passed: (tell) => `The flow ${tell("flow")}, version ${tell("version")}, is for this order.`,
  },
  language_missing: { refused: (tell) => `The template has no text in the buyer's language (${tell("wanted")}).` },
  template_blocked: { refused: (tell) => `The text breaks Amazon's guidelines: ${tell("rules")}.` },
  approval_missing: { refused: "A second member has not approved the message, or its text, yet." },
  action_not_offered: { refused: "Amazon does not offer this kind of message for the order now." },
  precondition_not_met: { refused: (tell) => precondition(tell("needs")) },
  critical_quota: {
    refused: (tell) =>
      `This workspace has sent ${tell("sent")} critical messages in the last 24 hours; its own limit is ${tell("quota")}.`,
  },
  sender_ramp: {
    refused: "The store's sender address is too young for more mail today.",
    wait: (tell) =>
      `The store's sender address is young: ${tell("sent")} of ${tell("cap")} e-mails went out in the last 24 hours; there is room again on ${tell("until")}.`,
    passed: (tell) =>
      `The store's sender address has sent ${tell("sent")} of ${tell("cap")} e-mails in the last 24 hours.`,
  },
  sender_stopped: {
    refused: (tell) =>
      `The store's sender address is stopped since ${tell("at")}: ${tell("reason") === "complaints" ? "buyers complained" : "too many mails bounced"}.`,
  },
};

function precondition(needs: string): string {
  switch (needs) {
    case "customised_item":
      return "The order has no customised item to ask about.";
    case "merchant_fulfilled":
      return "Amazon ships this order, so its delivery is not the seller's to schedule.";
    default:
      return "The order has shipped, so its address can only be discussed in Seller Central.";
  }
}

function suppression(reason: string): string {
  switch (reason) {
    case "hard_bounce":
      return "mail to this buyer bounced";
    case "complaint":
      return "the buyer complained";
    case "own_list":
      return "the buyer is on your own list";
    default:
      return "the mail provider suppresses the address";
  }
}

function fieldName(field: string): string {
  const names: Readonly<Record<string, string>> = { sku: "SKU", asin: "ASIN", total_minor: "the total" };
  return names[field] ?? `the ${field.replaceAll("_", " ")}`;
}

function laneName(lane: string): string {
  return lane === "solicitation"
    ? "Amazon's review request"
    : lane === "email"
      ? "an e-mail"
      : "a message through Amazon";
}
