import { z } from "zod";
import type { Command, CommandEntry } from "./command.ts";
import { innermost, optionName } from "./parse-words.ts";

const PROGRAM = "npm run -s heed --";

/** The answer to `heed --help`. */
export function helpOfAll(commands: readonly CommandEntry[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `Usage: ${PROGRAM} <command> [options]`,
    "",
    "Commands:",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    `Help on one command: ${PROGRAM} <command> --help`,
    "Exit codes: 0 done, 1 failed, 2 called in a wrong way. Errors go to stderr.",
  ].join("\n");
}

/** The answer to `heed <command> --help`. */
export function helpOfOne({ name, summary }: CommandEntry, { usage, options }: Command): string {
  const rows = [
    ...Object.entries(options).map(([option, schema]) => [label(option, schema), schema.description ?? ""]),
  ];
  const all = [...rows, ["--help", "this text"]];
  const width = Math.max(...all.map(([left = ""]) => left.length));
  return [
    `Usage: ${PROGRAM} ${[name, usage].filter((part) => part !== "").join(" ")}`,
    "",
    summary,
    "",
    "Options:",
    ...all.map(([left = "", right = ""]) => `  ${left.padEnd(width)}  ${right}`.trimEnd()),
  ].join("\n");
}

function label(option: string, schema: z.ZodType): string {
  const inner = innermost(schema);
  const name = `--${optionName(option)}`;
  if (inner instanceof z.ZodBoolean) return name;
  return `${name} ${inner instanceof z.ZodEnum ? inner.options.join("|") : option.toUpperCase()}`;
}
