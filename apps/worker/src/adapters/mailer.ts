import { AppError } from "@heed/core/errors";
import type { Instant, WaitableClock } from "@heed/core/time";
import { Resend } from "resend";
import { downloadRawMail } from "./raw-mail.ts";

export interface OutgoingMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
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
  /** Maybe taken: repeat with the same key only. */
  | { readonly kind: "lost" }
  /** The key was used for another content: our own rendering changed in between. */
  | { readonly kind: "changed" };

export interface Mailer {
  send(mail: OutgoingMail): Promise<MailOutcome>;
  /** The MIME source of a received mail. @throws AppError LIMIT_EXCEEDED above 10 MB, UPSTREAM (retryable) */
  rawMail(providerId: string): Promise<Uint8Array>;
}

export interface MailerSettings {
  readonly apiKey: string;
  readonly baseUrl: string | null;
  readonly clock: WaitableClock;
}

export function createMailer({ apiKey, baseUrl, clock }: MailerSettings): Mailer {
  const resend = new Resend(apiKey, baseUrl === null ? {} : { baseUrl });
  return {
    async send({ tags, idempotencyKey, ...mail }) {
      const { data, error, headers } = await resend.emails.send(
        { ...mail, tags: Object.entries(tags).map(([name, value]) => ({ name, value })) },
        { idempotencyKey },
      );
      return error === null ? { kind: "accepted", id: data.id } : outcomeOf(error, { headers, now: clock.now() });
    },
    async rawMail(providerId) {
      const { data, error } = await resend.emails.receiving.get(providerId);
      if (error !== null) {
        const gone = error.statusCode === 404;
        throw new AppError(gone ? "NOT_FOUND" : "UPSTREAM", "The received mail cannot be fetched.", {
          retryable: !gone,
          details: { code: error.name },
        });
      }
      const url = data.raw?.download_url;
      if (url === undefined)
        throw new AppError("UPSTREAM", "The received mail has no source yet.", { retryable: true });
      return downloadRawMail(url, baseUrl);
    },
  };
}

interface ErrorAnswer {
  readonly name: string;
  readonly statusCode: number | null;
}

interface AnswerFrame {
  readonly headers: Readonly<Record<string, string>> | null;
  readonly now: Instant;
}

/** Codes as published (resend-openapi fd6f395 and the errors page of the documentation, 2026-11). */
function outcomeOf({ name, statusCode }: ErrorAnswer, { headers, now }: AnswerFrame): MailOutcome {
  switch (name) {
    case "invalid_idempotent_request":
      return { kind: "changed" };
    case "concurrent_idempotent_requests":
      return { kind: "retry", after: now.add({ seconds: 2 }), code: name };
    case "rate_limit_exceeded":
      return { kind: "retry", after: now.add({ seconds: retryAfter(headers) }), code: name };
    case "daily_quota_exceeded":
    case "monthly_quota_exceeded":
    case "missing_api_key":
    case "invalid_api_key":
    case "restricted_api_key":
      return { kind: "retry", after: now.add({ hours: 1 }), code: name };
    default:
      return statusCode === null || statusCode >= 500 ? { kind: "lost" } : { kind: "refused", code: name };
  }
}

function retryAfter(headers: Readonly<Record<string, string>> | null): number {
  const seconds = Number(headers?.["retry-after"]);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 3600) : 1;
}
