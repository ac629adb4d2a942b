import type { Finding, GuidelineRule } from "../finding.ts";
import { COVERED_LANGUAGES } from "./lexicon/lexicon.ts";
import { CONTENT_LIST, report } from "./report.ts";

const IN_ADDRESS = /unsub|opt[-_]?out|abmeld|desabonn|desinscri|optoutmail|list-manage|email[-_]?preferences/i;

export const noOptOutLink: GuidelineRule = {
  id: "PROH-11",
  class: "prohibited-content",
  severity: "block",
  title: "No link or header to opt out of messages",
  source: CONTENT_LIST,
  languages: COVERED_LANGUAGES,
  check(message, markup, wording) {
    const findings: Finding[] = [];
    for (const name of Object.keys(message.headers)) {
      if (/^list-unsubscribe(?:-post)?$/i.test(name)) {
        findings.push(
          report(this, {
            message: `The header ${name} offers to opt out.`,
            part: "headers",
            range: { from: 0, to: 0 },
          }),
        );
      }
    }
    for (const element of markup.withAttributes) {
      const address = element.attributes.get("href") ?? "";
      if (IN_ADDRESS.test(address.slice(0, 2_000))) {
        findings.push(
          report(this, { message: "This link offers to opt out.", range: element.attributeRange("href"), fix: "" }),
        );
      }
    }
    const complaint = "A message may not offer to opt out: Amazon has its own setting.";
    for (const reading of wording.readings) {
      findings.push(
        ...reading
          .hits("optOut")
          .map(({ from, to }) =>
            report(this, { message: complaint, part: reading.part, range: reading.place(from, to) }),
          ),
      );
    }
    return findings;
  },
};
