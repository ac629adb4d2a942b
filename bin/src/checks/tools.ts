import { runCommand } from "../run-command.ts";
import type { Check } from "./check.ts";

const SHOWN_LINES = 60;

/** Checks that another tool makes; its own words are the output. */
export const toolChecks: readonly Check[] = [
  toolCheck("biome", ["biome", "check", ".", "--max-diagnostics=30", "--colors=off"]),
  toolCheck("types", ["turbo", "run", "typecheck", "--output-logs=errors-only", "--continue", "--concurrency=2"]),
  toolCheck("knip", ["knip", "--no-progress"]),
  toolCheck("sherif", ["sherif", "--no-install"]),
];

function toolCheck(name: string, command: readonly [string, ...string[]]): Check {
  return {
    name,
    async run() {
      const { ok, output } = await runCommand(command);
      return { ok, output: ok ? "" : lastLines(output) };
    },
  };
}

function lastLines(output: string): string {
  const lines = output.trimEnd().split("\n");
  const cut = lines.length - SHOWN_LINES;
  return cut <= 0 ? lines.join("\n") : [`… ${cut} lines before these`, ...lines.slice(cut)].join("\n");
}
