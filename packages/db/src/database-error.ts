import { AppError } from "@heed/core/errors";
import { DrizzleQueryError } from "drizzle-orm";
import postgres from "postgres";

const UNIQUE_VIOLATION = "23505";
/** Codes of the driver and the system: refused, reset, closed, ended, timed out. */
const CONNECTION = /^(CONNECT|ECONN|EPIPE|ETIMEDOUT)/;
/** Serialisation failure, deadlock, lock not available, shutdown or crash of the server, too many connections. */
const REPEATABLE = new Set(["40001", "40P01", "55P03", "57P01", "57P02", "57P03", "53100", "53300"]);
/** Undefined column, function, table: the schema is older than the program. */
const OLD_SCHEMA = new Set(["42703", "42883", "42P01"]);

/**
 * Errors of the driver carry the statement's parameters and the offending row: aliases and order ids among them.
 * This keeps the SQLSTATE and the names of constraint and table, and drops every value.
 */
export function withoutValues(error: unknown): unknown {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (cause instanceof postgres.PostgresError) return fromServer(cause);
  if (error instanceof DrizzleQueryError) return fromDriver(cause);
  return error;
}

/** The SQLSTATE of an error thrown inside a transaction, or null when it did not come from Postgres. */
export function sqlState(error: unknown): string | null {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return cause instanceof postgres.PostgresError ? cause.code : null;
}

function fromServer(error: postgres.PostgresError): AppError {
  const details = { sqlState: error.code, constraint: error.constraint_name ?? null, table: error.table_name ?? null };
  if (error.code === UNIQUE_VIOLATION) return new AppError("CONFLICT", "That exists already.", { details });
  return new AppError("INTERNAL", refusal(error.code), {
    retryable: REPEATABLE.has(error.code),
    details,
  });
}

function refusal(code: string): string {
  if (code === "53100") return "The disk of the database is full.";
  if (OLD_SCHEMA.has(code)) return `The database is older than this program (${code}): run "heed migrate".`;
  return `The database refused a statement (${code}).`;
}

function fromDriver(cause: unknown): AppError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown";
  const retryable = CONNECTION.test(code);
  const message = retryable ? "The connection to the database failed" : "A statement did not reach the database";
  return new AppError("INTERNAL", `${message} (${code}).`, { retryable, details: { code } });
}
