import { AppError } from "@heed/core/errors";
import { Stripe } from "stripe";

const { errors } = Stripe;

/**
 * | Stripe's error                     | ours                | the same call may succeed later |
 * | card declined, SCA needed          | PAYMENT_REQUIRED    | no                              |
 * | same idempotency key, other input  | CONFLICT            | no                              |
 * | currencies do not match            | PRECONDITION_FAILED | no                              |
 * | a time far from Stripe's own       | PRECONDITION_FAILED | no                              |
 * | something is gone at Stripe        | PRECONDITION_FAILED | no                              |
 * | wrong key                          | PRECONDITION_FAILED | no                              |
 * | rate limit, no connection, 5xx     | UPSTREAM            | yes                             |
 * | anything else they refuse          | UPSTREAM            | no                              |
 */
export async function calling<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof errors.StripeError ? mapError(error) : error;
  }
}

function mapError(error: InstanceType<typeof errors.StripeError>): AppError {
  const details = { type: error.type, code: error.code ?? null, requestId: error.requestId ?? null };
  const refuse = (code: AppError["code"], message: string) => new AppError(code, message, { details });
  if (error instanceof errors.StripeCardError) return refuse("PAYMENT_REQUIRED", cardSentence(error));
  if (error instanceof errors.StripeIdempotencyError) {
    return refuse("CONFLICT", "Somebody else changes the plan at this moment. Look again before you go on.");
  }
  if (error instanceof errors.StripeAuthenticationError || error instanceof errors.StripePermissionError) {
    return refuse("PRECONDITION_FAILED", "Stripe does not accept our key: check STRIPE_SECRET_KEY.");
  }
  if (isBusy(error)) {
    return new AppError("UPSTREAM", "Stripe does not answer at the moment. Nothing was changed; try again.", {
      retryable: true,
      details,
    });
  }
  if (isCurrencyMismatch(error)) {
    return refuse(
      "PRECONDITION_FAILED",
      "This workspace pays in another currency at Stripe, which cannot be changed. Write to us and we move it.",
    );
  }
  if (isTimeWrong(error)) {
    return refuse(
      "PRECONDITION_FAILED",
      "Stripe does not accept the time of what we report: the clock of this machine is wrong. It is told again later.",
    );
  }
  if (error.code === "resource_missing") {
    return refuse("PRECONDITION_FAILED", "What this is about no longer exists at Stripe. Load the page again.");
  }
  return refuse("UPSTREAM", "Stripe refused this. It is logged, and we look at it.");
}

function isBusy(error: InstanceType<typeof errors.StripeError>): boolean {
  return (
    error instanceof errors.StripeConnectionError ||
    error instanceof errors.StripeRateLimitError ||
    error instanceof errors.StripeAPIError
  );
}

/** Stripe has no code for it, only these words (seen on 2026-11-23 in public reports). */
function isCurrencyMismatch({ message }: Error): boolean {
  return /combine currencies on a single customer/i.test(message);
}

/** Of a meter event; its limits: docs.stripe.com/api/billing/meter-event/create, read 2026-11. */
function isTimeWrong({ param, message }: InstanceType<typeof errors.StripeError>): boolean {
  return param === "timestamp" || /timestamp must be within/i.test(message);
}

function cardSentence({ code, decline_code: declined }: InstanceType<typeof errors.StripeError>): string {
  if (code === "authentication_required") return "Your bank wants you to confirm this payment.";
  const why = declined === "insufficient_funds" ? " for lack of funds" : "";
  return `Your bank declined the card${why}. Nothing was changed.`;
}

/** Whether Stripe says that a meter event of this identifier is there already. */
export function isKnownIdentifier(error: unknown): boolean {
  return error instanceof errors.StripeInvalidRequestError && /already exists with identifier/i.test(error.message);
}

/** Whether what a call was about is gone. */
export function isMissing(error: unknown): boolean {
  return error instanceof errors.StripeInvalidRequestError && error.code === "resource_missing";
}
