import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import { type CommandIo, defineCommand } from "../command.ts";
import { explainFileError } from "../explain-file-error.ts";
import { judgeEntry, type LintLine } from "../lint-entry.ts";

export const lint = defineCommand({
  usage: "FILE… [--json]",
  options: { json: z.boolean().default(false).describe("one JSON line per message") },
  words: { least: 1, most: 100_000 },
  async run({ options, words }, io) {
    let failed = 0;
    for (const file of words) {
      for (const line of await lintFile(file, io)) {
        failed += "error" in line ? 1 : 0;
        printLine(line, options.json, io);
      }
    }
    return failed > 0 ? 1 : 0;
  },
});

type Line = LintLine | { readonly file: string; readonly error: string };

async function lintFile(file: string, { folder }: CommandIo): Promise<readonly Line[]> {
  try {
    const content: unknown = JSON.parse(withoutMark(await readFile(resolve(folder, file), "utf8")));
    const entries: readonly unknown[] = Array.isArray(content) ? content : [content];
    return entries.map((entry) => judgeEntry(entry, file));
  } catch (error) {
    const message = error instanceof SyntaxError ? "this is not JSON" : explainFileError(error, "file");
    return [{ file, error: message }];
  }
}

/** Some programs begin a file with a byte order mark. */
function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function printLine(line: Line, json: boolean, io: CommandIo): void {
  if (json) {
    io.print(JSON.stringify(line));
  } else if ("verdict" in line) {
    io.print([line.id ?? "-", line.verdict, ...rulesOf(line)].join("\t"));
  }
  if ("error" in line) {
    io.say(`${line.file}: ${line.error}`);
  }
}

function rulesOf({ findings }: Extract<Line, { verdict: string }>): readonly string[] {
  return findings.map(({ rule, severity, message }) => `${rule} ${severity}: ${message}`);
}
