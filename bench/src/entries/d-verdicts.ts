import { CLOSED, DEVELOP } from "@heed/core/policy/guidelines/labelled/all-sets";
import type { LabelledMessage } from "@heed/core/policy/guidelines/labelled/labelled-set";
import { isCaught, type Score, scoreOf, scoresBy } from "@heed/core/policy/guidelines/labelled/score";
import type { CountBench } from "../count-bench.ts";

/** How well the rules tell messages that must be blocked from those that may go: shown by language and by rule. */
export const verdictBench: CountBench = {
  key: "d",
  title: "labelled messages: block told from pass",
  async run(say) {
    for (const [name, messages] of [["developed on", DEVELOP] as const, ["closed", CLOSED] as const]) {
      say(line(name, scoreOf(messages)));
      for (const [language, score] of scoresBy(messages, (one) => one.language)) say(line(`  ${language}`, score));
      for (const [rule, score] of scoresBy(broken(messages), (one) => one.rule ?? "")) say(recallLine(rule, score));
    }
    const incentives = CLOSED.filter(({ rule }) => rule === "PROH-04");
    const missed = incentives.filter((message) => !isCaught(message)).length / incentives.length;
    return [
      figure(
        "lint_f1_gap",
        1 - scoreOf(CLOSED).f1,
        0.05,
        "1 − F1 of block, messages kept closed while terms were written",
      ),
      figure("lint_f1_gap_developed", 1 - scoreOf(DEVELOP).f1, 0.05, "1 − F1 of block, messages developed on"),
      figure("lint_incentives_missed", missed, 0.03, "share of incentives that were not blocked, closed messages"),
    ];
  },
};

function broken(messages: readonly LabelledMessage[]): readonly LabelledMessage[] {
  return messages.filter(({ rule }) => rule !== null);
}

function line(name: string, { messages, f1, precision, recall }: Score): string {
  const [f, p, r] = [f1, precision, recall].map((one) => one.toFixed(3));
  return `${name.padEnd(14)} ${String(messages).padStart(5)} messages  F1 ${f}  precision ${p}  recall ${r}`;
}

function recallLine(rule: string, { messages, recall }: Score): string {
  return `  ${rule.padEnd(12)} ${String(messages).padStart(5)} broken    found ${recall.toFixed(3)}`;
}

function figure(...[field, value, most, work]: readonly [string, number, number, string]) {
  return { field, value: Math.round(value * 10_000) / 10_000, most, work };
}
