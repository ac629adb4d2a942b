import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { AppError } from "@heed/core/errors";
import type { DnsResolver } from "@heed/worker/adapters/dns";
import { judgeMail, type MailJudgement } from "@heed/worker/adapters/judge-mail";
import { z } from "zod";
import { type CommandIo, defineCommand } from "../command.ts";
import { explainFileError } from "../explain-file-error.ts";
import { findResolver } from "../find-resolver.ts";

/** Mails read at once: their look-ups wait for name servers, not for us. */
const AT_ONCE = 8;

export const readNotice = defineCommand({
  usage: "FILE… [--json]",
  options: { json: z.boolean().default(false).describe("one JSON line per mail") },
  words: { least: 1, most: 100_000 },
  async run({ options, words }, io) {
    const resolver = await findResolver(io.env);
    if (resolver === null)
      io.say("no name server answers: signatures cannot be checked, so every mail counts as unverified");
    let failed = 0;
    for (let start = 0; start < words.length; start += AT_ONCE) {
      const batch = words.slice(start, start + AT_ONCE);
      const lines = await Promise.all(batch.map((file) => readOne(file, resolver, io)));
      for (const line of lines) failed += report(line, options.json, io);
    }
    return failed > 0 ? 1 : 0;
  },
});

type ReadLine = { readonly file: string } & MailJudgement;
type Line = ReadLine | { readonly file: string; readonly error: string };

/** Prints the line of one mail; returns 1 where it could not be read. */
function report(line: Line, json: boolean, io: CommandIo): 0 | 1 {
  const unread = "error" in line;
  if (unread) io.say(`${line.file}: ${line.error}`);
  if (json) io.print(JSON.stringify(line));
  else if (!unread) io.print(describe(line));
  return unread ? 1 : 0;
}

async function readOne(file: string, resolver: DnsResolver | null, { folder }: CommandIo): Promise<Line> {
  try {
    const raw = await readFile(resolve(folder, file));
    const { kind, orderId, language, verified, status, confidence } = await judgeMail(raw, resolver);
    return { file, kind, orderId, language, verified, status, confidence };
  } catch (error) {
    return { file, error: explain(error) };
  }
}

function explain(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return explainFileError(error, "mail");
}

function describe(line: ReadLine): string {
  const { file, kind, verified, orderId, language, status, confidence } = line;
  return [file, kind, verified, orderId ?? "-", language ?? "-", status ?? "-", confidence.toFixed(2)].join("\t");
}
