import { AppError } from "@heed/core/errors";
import type { AccountMail } from "@heed/emails/account-mail";
import type { Worker } from "../worker.ts";

interface Letter {
  readonly to: string;
  readonly mail: AccountMail;
  /** A turn that dies is made again: with the same key nobody gets a mail twice. */
  readonly key: string;
}

/** To one person, from the address of account mails. */
export async function sendLetter(worker: Worker, { to, mail, key }: Letter): Promise<void> {
  const outcome = await worker.mailer.send({
    from: `Heed <account@${worker.mailDomain}>`,
    to,
    ...mail,
    idempotencyKey: `tidings-${key}-${to}`,
    tags: { kind: "account" },
  });
  if (outcome.kind === "retry" || outcome.kind === "lost")
    throw new AppError("UPSTREAM", "A mail to a member was not taken.", { retryable: true });
}
