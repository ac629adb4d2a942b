import { randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import { domainOf, findBuyer, isRelayAddress } from "./buyers/addresses.ts";
import { afterEmail } from "./buyers/behaviour.ts";
import { noticeMail } from "./buyers/notice-mail.ts";
import type { Fact } from "./journal/entry.ts";
import { emailEvent, postWebhook, receivedEvent } from "./resend/events.ts";
import { isOwnAddress, ownMail } from "./resend/own-mail.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Job, StoredEmail } from "./state.ts";
import { deliverEvent } from "./stripe/deliver.ts";

/** Carries out a job; the facts that come of it and its end are written together. */
export async function runJob(sandbox: Sandbox, job: Job): Promise<void> {
  const { task } = job;
  const done: Fact = { kind: "job.done", jobId: job.id };
  switch (task.kind) {
    case "announce":
      return withEmail(sandbox, task.emailId, (email) =>
        sandbox.record(done, status(email, "sent"), emailEvent(sandbox, "email.sent", { email })),
      );
    case "deliver":
      return withEmail(sandbox, task.emailId, async (email) =>
        sandbox.record(done, ...outcome(sandbox, email), ...(await comesBack(sandbox, email))),
      );
    case "notice":
      return sandbox.record(done, ...(await receive(sandbox, await noticeMail(sandbox, task.noticeId))));
    case "stripe.webhook":
      return deliverEvent(sandbox, task.eventId, task.attempt);
    case "stripe.due":
      return sandbox.record({ kind: "stripe.advance" });
    case "webhook":
      return attempt(sandbox, task.eventId, task.attempt);
  }
}

function withEmail(
  { state }: Sandbox,
  id: string,
  act: (email: StoredEmail) => void | Promise<void>,
): void | Promise<void> {
  const email = state.emails.get(id);
  if (email === undefined) throw new Error(`The log names an e-mail that it does not hold: ${id}`);
  return act(email);
}

async function comesBack(sandbox: Sandbox, email: StoredEmail): Promise<readonly Fact[]> {
  return email.to.some((address) => isOwnAddress(sandbox, address)) ? receive(sandbox, ownMail(sandbox, email)) : [];
}

/**
 * | recipient                                  | event           | then                       |
 * |--------------------------------------------|-----------------|----------------------------|
 * | relay address of a known buyer             | email.delivered | Amazon judges the message  |
 * | unknown relay address, bounced@resend.dev  | email.bounced   |                            |
 * | complained@resend.dev                      | email.delivered | email.complained           |
 * | suppressed@resend.dev                      | email.suppressed|                            |
 * | one of our own receiving domains           | email.delivered | email.received             |
 * | anyone else                                | email.delivered |                            |
 */
function outcome(sandbox: Sandbox, email: StoredEmail): readonly Fact[] {
  const [to = ""] = email.to;
  const tell = (name: string, extra = {}) => [
    status(email, name),
    emailEvent(sandbox, `email.${name}`, { email, extra }),
  ];
  const delivered = tell("delivered");
  if (isRelayAddress(to)) {
    const buyer = findBuyer(sandbox.state, to);
    return buyer === null ? tell("bounced", { bounce: BOUNCE }) : [...delivered, ...afterEmail(sandbox, email, buyer)];
  }
  if (domainOf(to) !== "resend.dev") return delivered;
  if (to.startsWith("bounced")) return tell("bounced", { bounce: BOUNCE });
  if (to.startsWith("suppressed")) return tell("suppressed", { suppressed: SUPPRESSED });
  return to.startsWith("complained") ? [...delivered, ...tell("complained")] : delivered;
}

const BOUNCE = {
  type: "Permanent",
  subType: "General",
  message: "The recipient's mail server permanently rejected the email.",
  diagnosticCode: ["smtp; 550 5.1.1 The email account that you tried to reach does not exist"],
} as const;

const SUPPRESSED = {
  type: "OnAccountSuppressionList",
  reason: "previous_bounce",
  message: "The recipient is on the suppression list of the account.",
  diagnosticCode: [],
} as const;

function status(email: StoredEmail, name: string): Fact {
  return { kind: "email.status", emailId: email.id, status: name };
}

export interface RawMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
}

/** A mail that reaches one of the product's own addresses: kept, and announced by a webhook. */
export async function receive(sandbox: Sandbox, { from, to, raw }: RawMail): Promise<readonly Fact[]> {
  const { subject = "" } = await PostalMime.parse(raw);
  const mail = { id: randomUUID(), at: sandbox.clock.now().toString(), from, to, subject, raw: raw.toString("base64") };
  const event = await receivedEvent(sandbox, mail);
  return [{ kind: "mail.received", inboundId: mail.id, from, to, subject, raw: mail.raw }, event];
}

/** Without a receiver the attempt fails like an unreachable one. */
async function attempt(sandbox: Sandbox, eventId: string, number: number): Promise<void> {
  const payload = sandbox.state.events.get(eventId) ?? {};
  const { webhookUrl, settings } = sandbox;
  const answer =
    webhookUrl === null ? null : await postWebhook(webhookUrl, settings.webhookSecret, { id: eventId, payload });
  sandbox.record({ kind: "webhook.attempt", eventId, attempt: number, status: answer });
}
