/** An error of Stripe's API: its status and the fields of its body. */
export class StripeFailure extends Error {
  readonly status: number;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(status: number, fields: { readonly type: string; readonly message: string } & Record<string, unknown>) {
    super(fields.message);
    this.name = "StripeFailure";
    this.status = status;
    this.fields = fields;
  }
}

const invalid = (message: string, more: Record<string, unknown> = {}, status = 400) =>
  new StripeFailure(status, { type: "invalid_request_error", message, ...more });

/** Wordings and codes of docs.stripe.com/error-codes and of public reports, read 2026-11. */
export const missingParam = (param: string) =>
  invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
export const unknownParam = (param: string) =>
  invalid(`Received unknown parameter: ${param}`, { code: "parameter_unknown", param });
export const badParam = (param: string, message: string) => invalid(message, { param });
export const notThere = (kind: string, id: string, param = "id") =>
  invalid(`No such ${kind}: '${id}'`, { code: "resource_missing", param }, 404);
export const notInState = (message: string) => invalid(message);
export const unknownUrl = (method: string, path: string) =>
  invalid(`Unrecognized request URL (${method}: ${path}).`, {}, 404);
export const wrongKey = () => invalid("Invalid API Key provided.", {}, 401);
export const noKey = () => invalid("You did not provide an API key.", {}, 401);
export const currencies = () =>
  invalid(
    "You cannot combine currencies on a single customer. This customer has an active subscription, subscription schedule, discount, quote, or invoice item with another currency.",
  );
export const identifierTaken = (identifier: string) =>
  invalid(`An event already exists with identifier ${identifier}.`);
export const otherParams = (key: string) =>
  new StripeFailure(400, {
    type: "idempotency_error",
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
export const keyInUse = (key: string) =>
  new StripeFailure(409, {
    type: "idempotency_error",
    code: "idempotency_key_in_use",
    message: `There is currently another in-progress request using this Idempotent Key: ${key}.`,
  });
export const rateLimited = () =>
  new StripeFailure(429, {
    type: "invalid_request_error",
    code: "rate_limit",
    message: "Request rate limit exceeded.",
  });
export const apiError = (status: number) =>
  new StripeFailure(status, { type: "api_error", message: "An unknown error occurred." });
export const declined = (code: string) =>
  new StripeFailure(402, {
    type: "card_error",
    code: "card_declined",
    decline_code: code,
    message: code === "insufficient_funds" ? "Your card has insufficient funds." : "Your card was declined.",
  });
