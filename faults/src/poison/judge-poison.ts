import { AppError } from "@heed/core/errors";
import { classifyMail } from "@heed/core/notice/classify";
import { readForwardingRequest } from "@heed/core/notice/forwarding-request";
import { splitMails } from "@heed/core/notice/mbox";
import { parseMail } from "@heed/core/notice/parse-mail";
import { readRefusalList } from "@heed/core/notice/refusal-list";
import { showMail } from "@heed/core/notice/show-mail";
import { teachableSentence } from "@heed/core/notice/taught-sentence";
import type { PoisonedMail } from "./poisoned-mails.ts";

export interface Judged {
  /** Null where everything held. */
  readonly problem: string | null;
  readonly milliseconds: number;
}

/** Of processor time: a shared machine may pause for long. A runaway expression takes minutes. */
const LONGEST_MS = 8_000;

/** Reads one mail by everything that reads mails, and says what did not hold. */
export async function judgePoison(mail: PoisonedMail): Promise<Judged> {
  const started = process.cpuUsage();
  const problem = await problemOf(mail).catch((error: unknown) =>
    error instanceof AppError && error.code === "LIMIT_EXCEEDED" && mail.orderId === null
      ? null
      : `threw ${error instanceof Error ? error.name : "something"}`,
  );
  const milliseconds = process.cpuUsage(started).user / 1_000;
  return { problem: problem ?? (milliseconds > LONGEST_MS ? "took too long" : null), milliseconds };
}

async function problemOf({ raw, orderId }: PoisonedMail): Promise<string | null> {
  const parsed = await parseMail(raw);
  const { kind, orderId: found } = classifyMail(parsed);
  if (parsed.text.includes("\0") || !parsed.text.isWellFormed()) return "text that Postgres would refuse";
  if (orderId === null && kind === "opted_out") return "a refusal out of nothing";
  if (orderId !== null && kind !== "opted_out") return `the notice was read as ${kind}`;
  if (orderId !== null && found !== orderId) return "another order than the notice names";
  const shown = await showMail(raw);
  if (!shown.html.startsWith("<!doctype html><html><head><meta charset")) return "a page without its policy";
  readForwardingRequest(parsed);
  teachableSentence(parsed.text);
  const latin1 = Buffer.from(raw).toString("latin1");
  splitMails(latin1);
  readRefusalList(latin1);
  return null;
}
