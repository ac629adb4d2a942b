/** What a handler wants to answer; `effect` is what becomes true with it. */
export interface Answer<Effect = never> {
  readonly status: number;
  readonly body: unknown;
  readonly effect?: Effect;
}

function errors(status: number, code: string, message: string, details = ""): Answer {
  return { status, body: { errors: [{ code, message, details }] } };
}

export const invalidInput = (details: string) => errors(400, "InvalidInput", "Invalid Input", details);

/** The three reasons are told apart by `details` alone, as callers of the real API report. */
export const unauthorized = (details: string) =>
  errors(403, "Unauthorized", "Access to requested resource is denied.", details);

export const TOKEN_EXPIRED = "The access token you provided has expired.";
export const TOKEN_REVOKED = "The access token you provided is revoked, malformed or invalid.";
export const TOKEN_MISSING = "Access token is missing in the request header.";

export const quotaExceeded = () => errors(429, "QuotaExceeded", "You exceeded your quota for the requested resource.");

export const notFound = () => errors(404, "NotFound", "The requested resource could not be found.");

/** Wording of the repeat: amzn/selling-partner-api-models issue 19. */
export const solicitationNotAvailable = () =>
  errors(403, "Unauthorized", "The requested solicitation is not available for this amazonOrderId.");

/** Wording: amzn/selling-partner-api-docs issue 121. */
export const outsideDeliveryRange = () =>
  errors(
    403,
    "Unauthorized",
    "You can't use this feature to request a review outside the 5-30 day range after the order delivery date.",
  );

/** Wording: amzn/selling-partner-api-docs issue 193. */
export const templateNotAllowed = () => errors(403, "Unauthorized", "Invalid amazonOrderId and template combination.");

export const internalFailure = () =>
  errors(500, "InternalFailure", "We encountered an internal error. Please try again.");

export const unavailable = () =>
  errors(503, "ServiceUnavailable", "Service is temporarily unavailable. Please try again.");
