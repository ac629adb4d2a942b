import type { GuidelineRule } from "../finding.ts";
import { report } from "./report.ts";

const MOST_BYTES = 10 * 1024 * 1024;

export const smallAttachments: GuidelineRule = {
  id: "LIM-05",
  class: "limit",
  severity: "block",
  title: "An attachment has at most 10 MB",
  source: "Seller Central help 200389080 (read 2026-11-23)",
  languages: "all",
  check({ attachments }) {
    return attachments
      .filter(({ bytes }) => bytes > MOST_BYTES)
      .map(({ name }) => report(this, { message: `“${name.slice(0, 80)}” is larger than 10 MB.` }));
  },
};
