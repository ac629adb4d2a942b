export type ErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "CONFLICT"
  | "INVALID"
  | "LIMIT_EXCEEDED"
  | "PAYMENT_REQUIRED"
  | "PRECONDITION_FAILED"
  | "UPSTREAM"
  | "INTERNAL";

export interface AppErrorOptions {
  /** Whether the same call may succeed later without anybody changing anything. */
  readonly retryable?: boolean;
  readonly cause?: unknown;
  /** Facts for the reader of the error; never an alias, order id, token or message body. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The one error class: thrown for "cannot go on". Expected outcomes of a decision are returned, not thrown. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.retryable = options.retryable ?? false;
    this.details = options.details ?? {};
  }
}
