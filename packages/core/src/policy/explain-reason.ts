import { ORDER_RULES, type OrderRule, type Reason } from "./decision.ts";
import { evidenceSentence } from "./evidence-sentences.ts";
import { RULE_SENTENCES, type Tell } from "./rule-sentences.ts";

export interface Explanation {
  readonly sentence: string;
  /** Where Amazon says so, as far as known. */
  readonly link: string | null;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const orderRules: ReadonlySet<string> = new Set(ORDER_RULES);

const SOLICITATIONS = "https://developer-docs.amazon.com/sp-api/docs/set-up-the-solicitations-api";
const HELP = "https://sellercentral.amazon.com/help/hub/reference/external";

/** Amazon's own pages, read on 2026-11-23. */
const LINKS: Partial<Readonly<Record<OrderRule, string>>> = {
  window_not_open: SOLICITATIONS,
  window_over: SOLICITATIONS,
  slot_taken: SOLICITATIONS,
  already_requested_or_ineligible: SOLICITATIONS,
  buyer_opted_out: `${HELP}/GTV8NTY5RM6N9LUN`,
  sender_not_proven: `${HELP}/201054220`,
};

/** One reason of the ledger in words. Times are told in the zone, normally the marketplace's. */
export function explainReason(reason: Reason, zone: string): Explanation {
  if (!isOrderRule(reason.rule)) return { sentence: otherSentence(reason), link: null };
  const sentences = RULE_SENTENCES[reason.rule];
  const tell = teller(reason, zone);
  const sentence = (reason.result === "noted" ? undefined : sentences[reason.result]) ?? sentences.refused;
  const told = typeof sentence === "string" ? sentence : sentence(tell);
  const prefix = reason.result === "noted" && reason.facts["lane"] === "email" ? "Not by e-mail: " : "";
  return { sentence: prefix === "" ? told : prefix + lowerFirst(told), link: LINKS[reason.rule] ?? null };
}

function otherSentence({ rule, facts }: Reason): string {
  const evidence = evidenceSentence(rule);
  if (evidence === null) return `Amazon's guideline ${rule} applies.`;
  return facts["applied"] === false ? `${evidence} A person has to judge this first.` : evidence;
}

/** A name for a rule where there is no reason at hand, such as a column of counters: "Window over". */
export function ruleLabel(rule: string): string {
  if (!/^[a-z_]+$/.test(rule)) return rule;
  const words = rule.replaceAll("_", " ").replace(/\bamazon\b/, "Amazon");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isOrderRule(rule: string): rule is OrderRule {
  return orderRules.has(rule);
}

function teller(reason: Reason, zone: string): Tell {
  return (name) => {
    const fact = reason.facts[name] ?? null;
    if (fact === null) return "unknown";
    return typeof fact === "string" && INSTANT.test(fact) ? tellInstant(fact, zone) : String(fact);
  };
}

function tellInstant(iso: string, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(new Date(iso));
}

/** "The order …" → "the order …", but "Amazon …" and "Heed …" keep their capital. */
function lowerFirst(text: string): string {
  return /^(Amazon|Heed)\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
