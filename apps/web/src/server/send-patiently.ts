import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@heed/core/errors";
import type { AccountMail } from "@heed/emails/account-mail";
import type { Resend } from "resend";

/** Resend takes some requests a second from all of our processes together; a person waits for the page. */
const TRIES = 6;
const LONGEST_WAIT_MS = 2_000;

interface Outgoing extends AccountMail {
  readonly from: string;
  readonly to: string;
}

/**
 * Hands a mail over; where Resend is busy it is asked again, under the same key, so that no mail goes twice.
 * @throws UPSTREAM when it did not take it
 */
export async function sendPatiently(resend: Resend, mail: Outgoing): Promise<void> {
  const idempotencyKey = randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    const { error, headers } = await resend.emails.send({ ...mail }, { idempotencyKey });
    if (error === null) return;
    if (error.name !== "rate_limit_exceeded" || attempt === TRIES) throw refused(error.name);
    await wait(pauseOf(headers?.["retry-after"]));
  }
}

/** As long as Resend says, and a bit at random, so that those who wait do not all come back at once. */
function pauseOf(retryAfter: string | undefined): number {
  const seconds = Number(retryAfter);
  const said = Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 500;
  return Math.min(said, LONGEST_WAIT_MS) + Math.random() * 500;
}

const refused = (name: string): AppError =>
  new AppError("UPSTREAM", "The mail could not be sent. Try again in a moment.", {
    retryable: true,
    details: { name },
  });
