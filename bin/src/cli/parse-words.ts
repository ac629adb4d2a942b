import { type ParseArgsConfig, parseArgs } from "node:util";
import { z } from "zod";
import { type Command, type CommandInput, type Options, UsageError } from "./command.ts";

/** Turns the words after a command's name into its options. Throws UsageError with a sentence. */
export function parseWords(command: Command, words: readonly string[]): CommandInput<Options> {
  const { values, positionals } = split(command, words);
  const { least, most } = command.words;
  if (positionals.length < least) throw new UsageError("something is missing");
  if (positionals.length > most) throw new UsageError(`unexpected: ${positionals[most] ?? ""}`);
  const named = Object.fromEntries(Object.keys(command.options).map((name) => [name, values[optionName(name)]]));
  const parsed = z.object(command.options).safeParse(named);
  if (!parsed.success) throw new UsageError(explain(parsed.error));
  return { options: parsed.data, words: positionals };
}

function split(command: Command, words: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, schema]) => [optionName(name), parseKind(schema)]),
  );
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split(". ")[0] ?? error.message) : String(error));
  }
}

function parseKind(schema: z.ZodType): NonNullable<ParseArgsConfig["options"]>[string] {
  const inner = innermost(schema);
  if (inner instanceof z.ZodBoolean) return { type: "boolean" };
  return inner instanceof z.ZodArray ? { type: "string", multiple: true } : { type: "string" };
}

/** The schema inside `optional` and `default`. */
export function innermost(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return innermost(schema.unwrap() as z.ZodType);
  return schema;
}

export function optionName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function explain({ issues }: z.ZodError): string {
  const [issue] = issues;
  const name = optionName(String(issue?.path[0] ?? ""));
  if (issue?.code === "invalid_type" && issue.message.includes("undefined")) return `--${name} is missing`;
  return `--${name}: ${issue?.message ?? "not understood"}`;
}
