import { AppError } from "@heed/core/errors";
import type { Instant, WaitableClock } from "@heed/core/time";
import { Resend } from "resend";
import { downloadRawMail } from "./raw-mail.ts";

export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** Absent: text alone. */
  readonly html?: string;
  readonly text: string;
  /** Where an answer to the mail goes; absent: to its sender. */
  readonly replyTo?: string;
  /** The same key with the same content is sent once within 24 h (Resend, idempotency keys, 2026-11). */
  readonly idempotencyKey: string;
  readonly tags: Readonly<Record<string, string>>;
}

export type MailOutcome =
  | { readonly kind: "accepted"; readonly id: string }
  /** Certainly not taken; the same mail will be refused again. */
  | { readonly kind: "refused"; readonly code: string }
  /** Certainly not taken; may be taken later. */
  | { readonly kind: "retry"; readonly after: Instant; readonly code: string }
  /** Maybe taken, or a call with the same key is under way: repeat with the same key only. */
  | { readonly kind: "lost" }
  /** The key was used for another content: our own rendering changed in between. */
  | { readonly kind: "changed" };

export interface Mailer {
  send(mail: OutgoingMail): Promise<MailOutcome>;
  /** The MIME source of a received mail. @throws AppError LIMIT_EXCEEDED above 10 MB, UPSTREAM (retryable) */
  rawMail(providerId: string): Promise<Uint8Array>;
}

/** Whose turn it is at Resend, whose rate all workers share. */
export interface MailTurns {
  take(now: Instant): Promise<{ readonly taken: boolean; readonly at: Instant }>;
  /** Requests a second that Resend allows, as its answers tell. */
  observe(rate: number): Promise<void>;
}

export interface MailerSettings {
  readonly apiKey: string;
  readonly baseUrl: string | null;
  readonly clock: WaitableClock;
  /** Real milliseconds for one call with its answer; the library sets no limit of its own. */
  readonly timeoutMs: number;
  readonly turns: MailTurns;
}

export function createMailer({ apiKey, baseUrl, clock, timeoutMs, turns }: MailerSettings): Mailer {
  const resend = new Resend(apiKey, baseUrl === null ? {} : { baseUrl });
  return {
    async send({ tags, idempotencyKey, ...mail }) {
      const turn = await turns.take(clock.now());
      if (!turn.taken) return { kind: "retry", after: turn.at, code: "rate_governed" };
      await clock.sleepUntil(turn.at);
      const { data, error, headers } = await resend.emails.send(
        { ...mail, tags: Object.entries(tags).map(([name, value]) => ({ name, value })) },
        { idempotencyKey, signal: AbortSignal.timeout(timeoutMs) },
      );
      await observeRate(turns, headers);
      if (error !== null) return outcomeOf(error, { headers, now: clock.now() });
      // An answer that is no answer of Resend's, such as a gateway's: what became of the mail is open.
      return typeof data?.id === "string" ? { kind: "accepted", id: data.id } : { kind: "lost" };
    },
    async rawMail(providerId) {
      const { data, error } = await resend.emails.receiving.get(
        providerId,
        {},
        { signal: AbortSignal.timeout(timeoutMs) },
      );
      if (error !== null) {
        const gone = error.statusCode === 404;
        throw new AppError(gone ? "NOT_FOUND" : "UPSTREAM", "The received mail cannot be fetched.", {
          retryable: !gone,
          details: { code: error.name },
        });
      }
      const url = data?.raw?.download_url;
      if (url === undefined)
        throw new AppError("UPSTREAM", "The received mail has no source yet.", { retryable: true });
      return downloadRawMail(url, baseUrl);
    },
  };
}

/** `ratelimit-limit` counts the requests of one second (resend.com/docs/api-reference/rate-limit, read 2026-11). */
async function observeRate(turns: MailTurns, headers: Readonly<Record<string, string>> | null): Promise<void> {
  const rate = Number(headers?.["ratelimit-limit"]);
  if (Number.isInteger(rate) && rate > 0) await turns.observe(rate);
}

interface ErrorAnswer {
  readonly name: string;
  readonly statusCode: number | null;
}

interface AnswerFrame {
  readonly headers: Readonly<Record<string, string>> | null;
  readonly now: Instant;
}

/**
 * Codes as published (resend-openapi fd6f395 and the errors page of the documentation, 2026-11):
 *
 * | answer                                       | becomes                                          |
 * |----------------------------------------------|--------------------------------------------------|
 * | 409 invalid_idempotent_request               | changed                                          |
 * | 409 concurrent_idempotent_requests           | lost: the other call may be taken                |
 * | 429 rate_limit_exceeded                      | retry after Retry-After                          |
 * | 429 quota, 401 and 403 (key, domain)         | retry in an hour: somebody has to act            |
 * | none, 5xx                                    | lost                                             |
 * | other 4xx                                    | refused                                          |
 */
function outcomeOf({ name, statusCode }: ErrorAnswer, { headers, now }: AnswerFrame): MailOutcome {
  switch (name) {
    case "invalid_idempotent_request":
      return { kind: "changed" };
    case "concurrent_idempotent_requests":
      return { kind: "lost" };
    case "rate_limit_exceeded":
      return { kind: "retry", after: now.add({ seconds: retryAfter(headers) }), code: name };
    case "daily_quota_exceeded":
    case "monthly_quota_exceeded":
      return { kind: "retry", after: now.add({ hours: 1 }), code: name };
    default:
      return byStatus(statusCode ?? null, name, now);
  }
}

function byStatus(status: number | null, code: string, now: Instant): MailOutcome {
  if (status === null || status >= 500) return { kind: "lost" };
  if (status === 429) return { kind: "retry", after: now.add({ minutes: 1 }), code };
  if (status === 401 || status === 403) return { kind: "retry", after: now.add({ hours: 1 }), code };
  return { kind: "refused", code };
}

function retryAfter(headers: Readonly<Record<string, string>> | null): number {
  const seconds = Number(headers?.["retry-after"]);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 3600) : 1;
}
