import { type Instant, Temporal } from "@heed/core/time";
import type { Entry } from "../journal/entry.ts";
import type { Job, State } from "../state.ts";
import { emptyAccount, newId, type StripeAccount } from "./account.ts";
import { advance, nextDue } from "./advance.ts";
import { callApi, type StripeAnswer } from "./engine.ts";
import type { StripeEvent } from "./model.ts";
import { actOnPage, type PageResult } from "./pay.ts";

/** Stripe's side of the sandbox: the account, its events, and what the latest input was answered. */
export interface StripeSide {
  readonly account: StripeAccount;
  readonly events: Map<string, StripeEvent>;
  answer: StripeAnswer | null;
  page: PageResult | null;
}

export type StripeEntry = Extract<
  Entry,
  { kind: "stripe.call" | "stripe.page" | "stripe.advance" | "stripe.ahead" | "stripe.attempt" | "stripe.refused" }
>;

const KINDS: ReadonlySet<string> = new Set([
  "stripe.call",
  "stripe.page",
  "stripe.advance",
  "stripe.ahead",
  "stripe.attempt",
  "stripe.refused",
] satisfies StripeEntry["kind"][]);

export const isOfStripe = (entry: Entry): entry is StripeEntry => KINDS.has(entry.kind);

export const emptyStripe = (): StripeSide => ({ account: emptyAccount(), events: new Map(), answer: null, page: null });

/** Seconds after which the next attempt of a webhook follows a failed one: test mode tries three times over hours. */
const RETRY_AFTER: readonly number[] = [300, 3_600, 7_200];

/** The account follows from its inputs and their instants: they are in the log, their effects are not. */
export function applyStripe(state: State, entry: StripeEntry): void {
  const at = Temporal.Instant.from(entry.at);
  if (entry.kind === "stripe.attempt") applyAttempt(state, entry, at);
  else if (entry.kind !== "stripe.refused") applyInput(state, entry, at);
}

type Attempt = Extract<StripeEntry, { kind: "stripe.attempt" }>;

function applyInput(
  state: State,
  entry: Exclude<StripeEntry, Attempt | { kind: "stripe.refused" }>,
  at: Instant,
): void {
  const { account } = state.stripe;
  account.onEvent = (event) => keepEvent(state, event, at);
  switch (entry.kind) {
    case "stripe.call":
      state.stripe.answer = callApi(account, entry.request, secondsOf(account, at));
      break;
    case "stripe.page":
      state.stripe.page = actOnPage(account, entry.act, secondsOf(account, at));
      break;
    case "stripe.ahead":
      account.ahead += entry.seconds;
      advance(account, secondsOf(account, at));
      break;
    case "stripe.advance":
      advance(account, secondsOf(account, at));
      break;
  }
  account.onEvent = null;
  scheduleDue(state);
}

/** The account's clock: the sandbox's own, plus what its test clock was put forward by. */
export function secondsOf(account: StripeAccount, now: Instant): number {
  return Math.floor(now.epochMilliseconds / 1_000) + account.ahead;
}

function keepEvent(state: State, event: Omit<StripeEvent, "id">, at: Instant): void {
  const id = newId(state.stripe.account, "evt");
  state.stripe.events.set(id, { id, ...event });
  addJob(state, { id: `stripe.webhook:${id}:0`, at, task: { kind: "stripe.webhook", eventId: id, attempt: 0 } });
}

function applyAttempt(state: State, entry: Attempt, at: Instant): void {
  const { eventId, attempt, status } = entry;
  state.jobs.delete(`stripe.webhook:${eventId}:${attempt}`);
  const wait = RETRY_AFTER[attempt];
  if (wait === undefined || (status !== null && status >= 200 && status < 300)) return;
  const next = attempt + 1;
  addJob(state, {
    id: `stripe.webhook:${eventId}:${next}`,
    at: at.add({ seconds: wait }),
    task: { kind: "stripe.webhook", eventId, attempt: next },
  });
}

const DUE = "stripe.due";

function scheduleDue(state: State): void {
  const due = nextDue(state.stripe.account);
  if (due === null) state.jobs.delete(DUE);
  else {
    const at = Temporal.Instant.fromEpochMilliseconds((due - state.stripe.account.ahead) * 1_000);
    addJob(state, { id: DUE, at, task: { kind: "stripe.due" } });
  }
}

function addJob(state: State, job: Job): void {
  state.jobs.set(job.id, job);
}
