import { AppError } from "@heed/core/errors";
import type { AccountMail } from "@heed/emails/account-mail";
import type { Worker } from "../worker.ts";

interface Letter {
  readonly to: string;
  readonly mail: AccountMail;
  /** A turn that dies is made again: with the same key nobody gets a mail twice. */
  readonly key: string;
  /** Whose letter it is, where it is not ours. */
  readonly from?: string;
}

/** To one person, from the address of account mails. */
export async function sendLetter(worker: Worker, { to, mail, key, from }: Letter): Promise<void> {
  const outcome = await worker.mailer.send({
    from: `${from === undefined ? "Heed" : quoted(from)} <account@${worker.mailDomain}>`,
    to,
    ...mail,
    idempotencyKey: `tidings-${key}-${to}`,
    tags: { kind: "account" },
  });
  if (outcome.kind === "retry" || outcome.kind === "lost")
    throw new AppError("UPSTREAM", "A mail to a member was not taken.", { retryable: true });
}

/** A name before an address (RFC 5322 §3.4): quoted, so that no character of it can end it. */
function quoted(name: string): string {
  const line = name.replace(/[\p{Cc}"\\<>]+/gu, " ").trim();
  return `"${line}"`;
}
