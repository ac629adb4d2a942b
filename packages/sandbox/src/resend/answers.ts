import type { Reply } from "../http/exchange.ts";
import { json } from "../http/exchange.ts";

/** Names, statuses and wordings of resend.com/docs/api-reference/errors, read 2026-11. */
function failure(statusCode: number, name: string, message: string): Reply {
  return json(statusCode, { statusCode, name, message });
}

export const missingApiKey = () => failure(401, "missing_api_key", "Missing API key in the authorization header.");
export const invalidApiKey = () => failure(403, "invalid_api_key", "API key is invalid.");
export const notFound = (what: string) => failure(404, "not_found", `${what} not found`);
export const methodNotAllowed = () =>
  failure(405, "method_not_allowed", "Method is not allowed for the requested path.");
export const invalidKey = () => failure(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
export const changedPayload = () =>
  failure(
    409,
    "invalid_idempotent_request",
    "This idempotency key has already been used on a request that had a different payload.",
  );
export const concurrent = () =>
  failure(
    409,
    "concurrent_idempotent_requests",
    "Another request with the same idempotency key is currently in progress.",
  );
export const validation = (message: string) => failure(422, "validation_error", message);
export const missingField = (field: string) => failure(422, "missing_required_field", `Missing \`${field}\` field.`);
export const invalidFrom = () =>
  failure(
    422,
    "invalid_from_address",
    "Invalid `from` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.",
  );
export const invalidTo = () =>
  validation(
    "Invalid `to` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.",
  );
export const unverifiedDomain = (domain: string) =>
  failure(
    403,
    "validation_error",
    `The ${domain} domain is not verified. Please, add and verify your domain on https://resend.com/domains`,
  );
export const rateLimited = () =>
  failure(
    429,
    "rate_limit_exceeded",
    "Too many requests. Please limit the number of requests per second. Or contact support to increase rate limit.",
  );
export const internalError = () => failure(500, "application_error", "An unexpected error occurred.");
export const unavailable = () => failure(503, "internal_server_error", "Service unavailable.");
