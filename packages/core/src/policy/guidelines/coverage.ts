import { ORDER_RULES, type OrderRule } from "../decision.ts";
import { guidelineRules } from "./first-set.ts";
import { PERMITTED_AS } from "./permit-09-purpose.ts";

/** A guideline that no check of a message's text can judge, and what judges it instead. */
interface JudgedElsewhere {
  readonly title: string;
  readonly by: readonly OrderRule[] | "purpose" | "CRIT-01";
  readonly how: string;
}

const BY_PURPOSE = {
  by: "purpose",
  how: "the template declares its purpose; the order's facts decide whether its lane may carry it (`core/lane`)",
} as const;
const BY_CRITICAL_PURPOSE = {
  by: "CRIT-01",
  how: "CRIT-01 lets only these purposes pass an opt-out; `policy/critical-choices.ts` compares them with the order",
} as const;

/** What a message's text cannot tell: these depend on the order, on what was sent before, or on what was declared. */
export const JUDGED_ELSEWHERE: Readonly<Record<string, JudgedElsewhere>> = {
  "PERMIT-01": { title: "Resolving a problem with an order", ...BY_PURPOSE },
  "PERMIT-02": { title: "Information that the order needs", ...BY_PURPOSE },
  "PERMIT-03": { title: "A question about a return", ...BY_PURPOSE },
  "PERMIT-04": { title: "Sending an invoice", ...BY_PURPOSE },
  "PERMIT-05": { title: "Asking for a review or feedback", ...BY_PURPOSE },
  "PERMIT-06": { title: "Scheduling a bulky delivery", ...BY_PURPOSE },
  "PERMIT-07": { title: "Scheduling a home service", ...BY_PURPOSE },
  "PERMIT-08": { title: "Verifying a custom design", ...BY_PURPOSE },
  "REQ-01": {
    title: "Within 30 days of order completion",
    by: ["window_over"],
    how: "the order's dates and the rule pack's window, again at the moment of sending",
  },
  "PROH-07": {
    title: "No second request for an order",
    by: ["slot_taken", "already_requested_or_ineligible"],
    how: "the ledger of the order over all lanes, and Amazon's own list of actions",
  },
  "CRIT-02": { title: "Scheduling a delivery is critical", ...BY_CRITICAL_PURPOSE },
  "CRIT-03": { title: "A problem with the address is critical", ...BY_CRITICAL_PURPOSE },
  "LIM-01": {
    title: "A daily limit of proactive messages",
    by: ["daily_cap"],
    how: "messages of the last 24 hours beside the store's own lower limit",
  },
  "LIM-02": {
    title: "The window of Request a Review",
    by: ["window_not_open", "window_over"],
    how: "the order's delivery dates, in the marketplace's zone",
  },
  "LIM-03": {
    title: "One request or free-form message for an order",
    by: ["slot_taken"],
    how: "a unique slot in the database, over all lanes",
  },
};

/** What of a rule stays with people although a program looks. */
const LEFT_TO_PEOPLE: Readonly<Record<string, string>> = {
  "REQ-04": "contrast is kept by STYLE-05, which lets no font colour be set; backgrounds are not measured",
  "PROH-08": "whether a link works is not tried out: opening it would be a visit",
  "PROH-09": "what a file holds is declared, not read",
  "PROH-10": "what a picture shows is not seen, only its description, name and link",
  "PROH-12": "pictures are not looked at",
  "PROH-15": "whether a picture fits the brand is not seen; addresses of listings and names are",
  "STYLE-09": "words that stand twice are found; spelling and grammar are not checked",
};

/** The table of docs/guide/rules.md, kept by a test. */
export function rulesTable(ids: readonly string[]): string {
  return ["| rule | what it asks | judged by | limits |", "|---|---|---|---|", ...ids.map(rowOf), ""].join("\n");
}

function rowOf(id: string): string {
  const rule = guidelineRules.find((one) => one.id === id);
  if (rule !== undefined) {
    const by =
      rule.languages === "all" ? "its check, in all languages" : `its check, ${rule.languages.length} languages`;
    return `| ${id} | ${rule.title} | ${by} | ${LEFT_TO_PEOPLE[id] ?? ""} |`;
  }
  const elsewhere = JUDGED_ELSEWHERE[id];
  if (elsewhere === undefined) {
    throw new Error(`Nothing judges ${id}.`);
  }
  const by =
    typeof elsewhere.by === "string" ? "the declared purpose" : elsewhere.by.map((one) => `\`${one}\``).join(", ");
  return `| ${id} | ${elsewhere.title} | ${by} | ${elsewhere.how} |`;
}

/** Names that JUDGED_ELSEWHERE points to and that do not exist. */
export function danglingNames(): readonly string[] {
  const permitted: readonly string[] = Object.values(PERMITTED_AS);
  return Object.entries(JUDGED_ELSEWHERE).flatMap(([id, { by }]) => {
    if (by === "purpose") return permitted.includes(id) ? [] : [id];
    if (by === "CRIT-01") return guidelineRules.some((rule) => rule.id === by) ? [] : [by];
    return by.filter((name) => !ORDER_RULES.includes(name));
  });
}
