/** What a handler wants to answer; `effect` is what becomes true with it. */
export interface Answer<Effect = never> {
  readonly status: number;
  readonly body: unknown;
  readonly effect?: Effect;
}

interface ApiError {
  readonly code: string;
  readonly message: string;
  readonly details?: string;
}

function failure(status: number, { code, message, details = "" }: ApiError): Answer {
  return { status, body: { errors: [{ code, message, details }] } };
}

export const invalidInput = (details: string) =>
  failure(400, { code: "InvalidInput", message: "Invalid Input", details });

/** The Reports API writes its refusals in a way of its own. */
export const invalidReport = () => failure(400, { code: "400", message: "Invalid input", details: "Invalid input" });

/** The three reasons are told apart by `details` alone, as callers of the real API report. */
export const unauthorized = (details: string) =>
  failure(403, { code: "Unauthorized", message: "Access to requested resource is denied.", details });

export const TOKEN_EXPIRED = "The access token you provided has expired.";
export const TOKEN_REVOKED = "The access token you provided is revoked, malformed or invalid.";
export const TOKEN_MISSING = "Access token is missing in the request header.";

export const quotaExceeded = () =>
  failure(429, { code: "QuotaExceeded", message: "You exceeded your quota for the requested resource." });

export const notFound = () => failure(404, { code: "NotFound", message: "The requested resource could not be found." });

export const resourceExists = () =>
  failure(409, { code: "ResourceExistsException", message: "Subscription already exists." });

export const destinationExists = () =>
  failure(409, { code: "ResourceExistsException", message: "Destination already exists." });

/** Wording of the repeat: amzn/selling-partner-api-models issue 19. */
export const solicitationNotAvailable = () =>
  failure(403, {
    code: "Unauthorized",
    message: "The requested solicitation is not available for this amazonOrderId.",
  });

/** Wording: amzn/selling-partner-api-docs issue 121. */
export const outsideDeliveryRange = () =>
  failure(403, {
    code: "Unauthorized",
    message: "You can't use this feature to request a review outside the 5-30 day range after the order delivery date.",
  });

/** Wording: amzn/selling-partner-api-docs issue 193. */
export const templateNotAllowed = () =>
  failure(403, { code: "Unauthorized", message: "Invalid amazonOrderId and template combination." });

export const internalFailure = () =>
  failure(500, { code: "InternalFailure", message: "We encountered an internal error. Please try again." });

export const unavailable = () =>
  failure(503, { code: "ServiceUnavailable", message: "Service is temporarily unavailable. Please try again." });
