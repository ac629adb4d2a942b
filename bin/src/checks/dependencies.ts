import { z } from "zod";
import { runCommand } from "../run-command.ts";
import { type Check, type CheckFinding, type CheckResult, resultOfFindings } from "./check.ts";

/** Fewer modules than this means that the tool did not read our code at all, which it reports as success. */
const FEWEST_MODULES = 50;

const Report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(
      z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string(), severity: z.string() }) }),
    ),
  }),
});

export const dependencyCheck: Check = {
  name: "arrows",
  async run() {
    const folders = ["packages", "apps", "bin", "bench", "faults"];
    return judgeReport(
      await runCommand(["depcruise", "--config", ".dependency-cruiser.mjs", "--output-type", "json", ...folders]),
      FEWEST_MODULES,
    );
  },
};

export function judgeReport(
  printed: { readonly stdout: string; readonly output: string },
  fewest: number,
): CheckResult {
  const report = Report.safeParse(parse(printed.stdout));
  if (!report.success) return { ok: false, output: printed.output.slice(-2_000) };
  const { totalCruised, violations } = report.data.summary;
  if (totalCruised < fewest) {
    return { ok: false, output: `looked at ${totalCruised} modules only (expected at least ${fewest})` };
  }
  return resultOfFindings(violations.map(asFinding));
}

function asFinding({ from, to, rule }: z.infer<typeof Report>["summary"]["violations"][number]): CheckFinding {
  return { file: from, message: `${rule.name}: imports ${to}` };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
