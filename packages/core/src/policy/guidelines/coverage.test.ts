import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { danglingNames, JUDGED_ELSEWHERE, rulesTable } from "./coverage.ts";
import { guidelineRules } from "./first-set.ts";

const CLASSES: Readonly<Record<string, number>> = {
  PERMIT: 9,
  REQ: 4,
  PROH: 18,
  STYLE: 9,
  CRIT: 7,
  LIM: 6,
};
/** The 53 ids of the compiled guidelines (2026-11-23). */
const IDS = Object.entries(CLASSES).flatMap(([name, count]) =>
  Array.from({ length: count }, (_, index) => `${name}-${String(index + 1).padStart(2, "0")}`),
);

describe("each of the 53 guidelines", () => {
  it("is judged by a check of its own or, for a reason, elsewhere: never by both or by none", () => {
    const own = guidelineRules.map(({ id }) => id);
    const elsewhere = Object.keys(JUDGED_ELSEWHERE);
    expect([...own, ...elsewhere].toSorted()).toEqual(IDS.toSorted());
  });

  it("points to rules of the order and purposes that exist", () => {
    expect(danglingNames()).toEqual([]);
  });

  it("stands in the guide", async () => {
    const head = `# What is checked, rule by rule

Amazon's communication guidelines as compiled on 2026-11-23, 53 rules. Rules with a check of their own judge each message
when it is saved, when its flow is switched on, and as it stands at the moment of sending; the others need the order's
facts, the ledger or what was declared. This table is written by a test (\`coverage.test.ts\`).

`;
    await expect(head + rulesTable(IDS)).toMatchFileSnapshot("../../../../../docs/guide/rules.md");
  });

  const spec = new URL("../../../../../../shared/spec/comm-guideline-rules.json", import.meta.url);
  it.skipIf(!existsSync(spec))("is one of the compiled list, with its severity (else shared-missing)", () => {
    const { rules } = z
      .object({ rules: z.array(z.object({ id: z.string(), severity: z.string() })) })
      .parse(JSON.parse(readFileSync(spec, "utf8")));
    expect(rules.map(({ id }) => id).toSorted()).toEqual(IDS.toSorted());
    const severities = new Map(rules.map(({ id, severity }) => [id, severity]));
    const other = guidelineRules.filter(({ id, severity }) => severities.get(id) !== severity);
    // CRIT-01 stands for all purposes that are not critical: those are blocked, where the list only names what is.
    expect(other.map(({ id }) => id)).toEqual(["CRIT-01"]);
  });
});
