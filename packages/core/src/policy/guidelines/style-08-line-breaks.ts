import type { Finding, GuidelineRule } from "../finding.ts";
import type { Range } from "./parse-html.ts";
import { CONTENT_LIST, report } from "./report.ts";

const MOST_BREAKS = 2;

export const fewLineBreaks: GuidelineRule = {
  id: "STYLE-08",
  class: "prohibited-style",
  severity: "block",
  title: "At most two line breaks in a row",
  source: CONTENT_LIST,
  languages: "all",
  check(_message, markup) {
    const findings: Finding[] = [];
    let run: Range[] = [];
    const close = (): void => {
      const [first, last] = [run[0], run.at(-1)];
      if (run.length > MOST_BREAKS && first !== undefined && last !== undefined) {
        const range = { from: first.from, to: Math.max(first.to, last.to) };
        const onlyBreaks = /^(?:<br\b[^<>]*>|\s|&nbsp;)+$/i.test(markup.source.slice(range.from, range.to));
        const fix = onlyBreaks ? { fix: "<br><br>" } : {};
        findings.push(report(this, { message: "More than two line breaks in a row.", range, ...fix }));
      }
      run = [];
    };
    for (const item of markup.flow) {
      if (item.kind === "content") {
        close();
      } else {
        run.push(item.range);
      }
    }
    close();
    return findings;
  },
};
