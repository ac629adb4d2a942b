import { Temporal } from "@heed/core/time";
import type { Entry } from "../journal/entry.ts";
import type { Job, State, Task } from "../state.ts";

type ResendEntry = Extract<
  Entry,
  {
    kind:
      | "resend.call"
      | "mail.received"
      | "webhook.created"
      | "webhook.attempt"
      | "email.status"
      | "domain.created"
      | "domain.changed"
      | "domain.removed";
  }
>;

/** Seconds after which the next attempt of a webhook follows a failed one (resend.com/docs/webhooks/retries-and-replays, 2026-11). */
const RETRY_AFTER: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 36_000];
/** Seconds between acceptance and hand-over to the recipient's server. */
const DELIVERY = 2;

export function applyResend(state: State, entry: ResendEntry): void {
  switch (entry.kind) {
    case "resend.call":
      applyCall(state, entry);
      return;
    case "mail.received":
      state.inbound.set(entry.inboundId, { ...entry, id: entry.inboundId });
      return;
    case "webhook.created":
      state.events.set(entry.eventId, entry.payload);
      addJob(state, { kind: "webhook", eventId: entry.eventId, attempt: 0 }, Temporal.Instant.from(entry.at));
      return;
    case "webhook.attempt":
      applyAttempt(state, entry);
      return;
    case "domain.created":
      state.domains.set(entry.domainId, {
        ...{ name: entry.name, tracking: entry.tracking, createdAt: entry.at },
        ...{ status: "not_started", published: false },
      });
      return;
    case "domain.changed":
      Object.assign(state.domains.get(entry.domainId) ?? {}, entry.changes);
      return;
    case "domain.removed":
      state.domains.delete(entry.domainId);
      return;
    case "email.status": {
      const email = state.emails.get(entry.emailId);
      if (email !== undefined) email.lastEvent = entry.status;
      return;
    }
  }
}

function applyCall(state: State, entry: Extract<Entry, { kind: "resend.call" }>): void {
  const { effect, payload } = entry;
  if (effect?.kind !== "email" || payload === null) return;
  const { emailId, to, from, orderId } = effect;
  state.emails.set(emailId, { id: emailId, createdAt: entry.at, payload, to, from, orderId, lastEvent: "queued" });
  if (effect.idempotencyKey !== null)
    state.idempotency.set(effect.idempotencyKey, { emailId, hash: effect.payloadHash, at: entry.at });
  const now = Temporal.Instant.from(entry.at);
  addJob(state, { kind: "announce", emailId }, now);
  addJob(state, { kind: "deliver", emailId }, now.add({ seconds: DELIVERY }));
}

function applyAttempt(state: State, entry: Extract<Entry, { kind: "webhook.attempt" }>): void {
  state.jobs.delete(jobId({ kind: "webhook", eventId: entry.eventId, attempt: entry.attempt }));
  const accepted = entry.status !== null && entry.status >= 200 && entry.status < 300;
  const wait = RETRY_AFTER[entry.attempt];
  if (accepted || wait === undefined) return;
  addJob(
    state,
    { kind: "webhook", eventId: entry.eventId, attempt: entry.attempt + 1 },
    Temporal.Instant.from(entry.at).add({ seconds: wait }),
  );
}

function addJob(state: State, task: Task, at: Job["at"]): void {
  const id = jobId(task);
  state.jobs.set(id, { id, at, task });
}

export function jobId(task: Task): string {
  switch (task.kind) {
    case "announce":
    case "deliver":
      return `${task.kind}:${task.emailId}`;
    case "webhook":
      return `webhook:${task.eventId}:${task.attempt}`;
    case "notice":
      return `notice:${task.noticeId}`;
    case "stripe.webhook":
      return `stripe.webhook:${task.eventId}:${task.attempt}`;
    case "stripe.due":
      return "stripe.due";
  }
}
