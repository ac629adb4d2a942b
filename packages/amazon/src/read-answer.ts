import { AppError } from "@heed/core/errors";
import type { z } from "zod";
import type { Call, CallResult } from "./call.ts";

/** Makes a call and reads its answer by a schema, or throws as `Gateway` promises. */
export type Reader = <T>(call: Call, schema: z.ZodType<T>) => Promise<T>;

export function createReader(call: (call: Call) => Promise<CallResult>): Reader {
  return async (request, schema) => parse(await call(request), schema);
}

function parse<T>(result: CallResult, schema: z.ZodType<T>): T {
  if (result.kind !== "done") throw failure(result);
  const parsed = schema.safeParse(result.body);
  if (parsed.success) return parsed.data;
  throw new AppError("UPSTREAM", "Amazon's answer does not have the expected form", {
    retryable: true,
    details: { reason: "unreadable", paths: parsed.error.issues.map((issue) => issue.path.join(".")) },
  });
}

function failure(result: Exclude<CallResult, { readonly kind: "done" }>): AppError {
  switch (result.kind) {
    case "refused":
      return refusal(result.status, result.problem.code);
    case "revoked":
      return new AppError("FORBIDDEN", "The seller has withdrawn the permission at Amazon", {
        details: { reason: "revoked" },
      });
    case "later":
      return later(result);
    case "lost":
      return new AppError("UPSTREAM", "Amazon did not answer as expected", {
        retryable: true,
        details: { reason: result.cause },
      });
  }
}

function later({ after, throttled }: Extract<CallResult, { readonly kind: "later" }>): AppError {
  const details = { retryAt: after.toString() };
  return throttled
    ? new AppError("LIMIT_EXCEEDED", "Amazon's rate limit allows no call now", { retryable: true, details })
    : new AppError("UPSTREAM", "Amazon cannot be reached", { retryable: true, details });
}

function refusal(status: number, code: string): AppError {
  const details = { status, reason: code };
  if (status === 403) return new AppError("FORBIDDEN", "Amazon does not permit this call", { details });
  if (status === 404) return new AppError("NOT_FOUND", "Amazon does not know this order", { details });
  return new AppError("INVALID", "Amazon refused this request", { details });
}
