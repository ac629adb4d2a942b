import { guidelineRules } from "@heed/core/policy/guidelines/first-set";
import { lintMessage } from "@heed/core/policy/guidelines/lint";
import { REVIEW_REQUEST } from "@heed/core/template/built-in";
import { renderTemplate } from "@heed/core/template/render";
import { EXAMPLE_VARIABLES } from "@heed/core/template/variables";
import { parse } from "parse5";
import type { BenchEntry } from "../entry.ts";
import { timeLoop } from "../measure.ts";

const PIECES = 50_000;

/** d: how fast a message is judged by all guideline rules in its language, beside merely parsing its HTML. */
export const lintBench: BenchEntry = {
  key: "d",
  field: "lint_ratio",
  title: "all guideline rules on a message, one thread",
  floorTitle: "parse5 alone on the same HTML",
  goal: 0.3,
  async prepare() {
    const messages = REVIEW_REQUEST.texts.map((text) => {
      const rendered = renderTemplate({ text, variables: EXAMPLE_VARIABLES });
      if ("problem" in rendered) throw new Error(rendered.message);
      return { ...rendered, orderId: EXAMPLE_VARIABLES.order.id, purpose: "review_request" as const };
    });
    let nodes = 0;
    return {
      ours: () => timeLoop(PIECES, (index) => judge(messages[index % messages.length])),
      floor: () =>
        timeLoop(PIECES, (index) => {
          // Read from the result, so that the engine cannot leave the parsing out.
          nodes += parse(messages[index % messages.length]?.html ?? "").childNodes.length;
        }),
      close: async () => {
        if (nodes === 0) throw new Error("the floor parsed nothing");
      },
    };
  },
};

function judge(message: Parameters<typeof lintMessage>[0] | undefined): void {
  if (message === undefined) throw new Error("no message to judge");
  const findings = lintMessage(message, guidelineRules);
  if (findings.length > 0)
    throw new Error(`the message was blocked by ${findings[0]?.rule}, and the benchmark measures clean ones`);
}
