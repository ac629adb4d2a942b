import type { GuidelineRule } from "../finding.ts";
import { findAll, report } from "./report.ts";

/** The tag that once passed an opt-out, in the words of each marketplace. */
const TAG =
  /[[［【(](?:important|wichtig|important|importante|belangrijk|ważne|viktigt|重要|önemli|مهم|هام)[\]］】)]|\badditional information required\b/giu;

export const noImportantTag: GuidelineRule = {
  id: "LIM-06",
  class: "limit",
  severity: "block",
  title: "The subject does not claim to be important: since 25 April 2025 that passes no opt-out",
  source: "Amazon News in sellercentral.amazon.co.jp/seller-forums 32c6e280 (2025-04-25; read 2026-11-23)",
  languages: "all",
  check({ subject }) {
    const message = "This tag no longer overrides a buyer's opt-out; only critical templates or the API do.";
    return findAll(TAG, subject.slice(0, 2_000)).map(({ range }) =>
      report(this, { message, range, part: "subject", fix: "" }),
    );
  },
};
