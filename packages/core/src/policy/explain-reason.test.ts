import { describe, expect, it } from "vitest";
import { ORDER_RULES, type Reason } from "./decision.ts";
import { explainReason, ruleLabel } from "./explain-reason.ts";

const LA = "America/Los_Angeles";

function say(rule: string, result: Reason["result"], facts: Reason["facts"] = {}): string {
  return explainReason({ rule, result, facts }, LA).sentence;
}

describe("a reason in words", () => {
  it.each<[string, Reason["result"], Reason["facts"], string]>([
    [
      "window_over",
      "passed",
      { opens: "2026-03-09T08:00:00.000Z", closes: "2026-04-06T00:59:59.000Z", estimated: true },
      "Allowed from 9 March 2026 at 01:00 GMT-7 until 5 April 2026 at 17:59 GMT-7, by our estimate of the delivery.",
    ],
    [
      "opted_out",
      "noted",
      { verification: "verified", applied: true },
      "Amazon did not deliver the message, because the buyer opted out of seller messages.",
    ],
    [
      "hard_bounce",
      "noted",
      { verification: "unverified", applied: false },
      "The buyer's relay address does not exist any more. A person has to judge this first.",
    ],
    [
      "slot_taken",
      "refused",
      { state: "refused_by_buyer", lane: "email", final: false },
      "Amazon allows one request for each order, and there is one already (email, refused by buyer).",
    ],
    [
      "alias_unknown",
      "noted",
      { lane: "email", aliasKnown: false, source: "sync" },
      "Not by e-mail: Amazon has not told us a relay address for this buyer.",
    ],
    [
      "sender_not_proven",
      "noted",
      { lane: "email", sender: "receiving" },
      "Not by e-mail: the sender address of this store is not proven to be on Amazon's list of approved senders.",
    ],
    [
      "daily_cap",
      "wait",
      { sent: 400, cap: 400, until: "2026-03-14T19:30:00.000Z" },
      "In the last 24 hours 400 of 400 proactive messages went out; there is room again on 14 March 2026 at 12:30 GMT-7.",
    ],
    [
      "condition_not_met",
      "refused",
      { flow: "mugs", version: 1, field: "total_minor", op: "at_least", value: 5000, expected: true, saw: "4500" },
      "The flow mugs is for other orders: its condition on the total was not met (saw 4500).",
    ],
    ["dry_run", "refused", { lane: "solicitation" }, "Dry run: this would have gone as Amazon's review request."],
    ["PROH-04", "refused", {}, "Amazon's guideline PROH-04 applies."],
  ])("%s %s", (...[rule, result, facts, sentence]) => {
    expect(say(rule, result, facts)).toBe(sentence);
  });

  it("every rule speaks, in a plain sentence, whatever facts are missing", () => {
    for (const rule of ORDER_RULES) {
      for (const result of ["passed", "refused", "wait", "noted"] as const) {
        expect(say(rule, result)).toMatch(/^[A-Z][^!]*\.$/);
      }
    }
  });

  it("links to the page where Amazon says so, as far as known", () => {
    expect(explainReason({ rule: "window_over", result: "refused", facts: {} }, LA).link).toContain(
      "developer-docs.amazon.com",
    );
    expect(explainReason({ rule: "dry_run", result: "refused", facts: {} }, LA).link).toBeNull();
  });
});

it.each([
  ["window_over", "Window over"],
  ["not_amazon_channel", "Not Amazon channel"],
  ["PROH-04", "PROH-04"],
])("the label of %s is %s", (rule, label) => {
  expect(ruleLabel(rule)).toBe(label);
});
