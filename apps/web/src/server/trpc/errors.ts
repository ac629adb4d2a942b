import { AppError, type ErrorCode } from "@heed/core/errors";
import { withoutValues } from "@heed/db/database-error";
import { TRPCError } from "@trpc/server";

type TrpcCode = ConstructorParameters<typeof TRPCError>[0]["code"];

const CODES: Readonly<Record<ErrorCode, TrpcCode>> = {
  UNAUTHENTICATED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  CONFLICT: "CONFLICT",
  INVALID: "BAD_REQUEST",
  LIMIT_EXCEEDED: "TOO_MANY_REQUESTS",
  PAYMENT_REQUIRED: "PAYMENT_REQUIRED",
  PRECONDITION_FAILED: "PRECONDITION_FAILED",
  UPSTREAM: "BAD_GATEWAY",
  INTERNAL: "INTERNAL_SERVER_ERROR",
};

export const NEUTRAL_TEXT = "Something went wrong on our side. Nothing was sent because of it. Try again in a moment.";

/**
 * The one mapping of errors to this transport: ours by code, everything unknown to a neutral text with the cause kept.
 * A cause from the database loses the values of its statement: order ids are among them, and causes are logged.
 */
export function toTrpcError(error: TRPCError): TRPCError {
  const cause: unknown = withoutValues(error.cause);
  if (cause instanceof AppError) {
    const message = cause.code === "INTERNAL" ? NEUTRAL_TEXT : cause.message;
    return new TRPCError({ code: CODES[cause.code], message, cause });
  }
  if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: NEUTRAL_TEXT, cause: cause ?? error });
}

/** What the person can add so that the same call may go on, such as a second factor; null where there is nothing. */
export function needsOf({ cause }: TRPCError): string | null {
  const needs = cause instanceof AppError ? cause.details["needs"] : undefined;
  return typeof needs === "string" ? needs : null;
}

/** Whether somebody on our side must look at it. */
export const isUnexpected = (error: TRPCError): boolean => error.code === "INTERNAL_SERVER_ERROR";
