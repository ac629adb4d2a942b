import { withoutValues } from "@heed/db/database-error";
import { type Logger, pino } from "pino";

export type { Logger };

/** JSON lines on stderr. Ids only: never an alias, an order id, a token or a text of a message. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: { part: "worker" },
      redact: {
        paths: ["*.alias", "*.orderId", "*.token", "*.accessToken", "*.refreshToken", "*.html", "*.text", "*.subject"],
        censor: "[redacted]",
      },
      serializers: { error: describeError },
    },
    pino.destination(2),
  );
}

/** Name, code and stack of an error; values that a driver or an API quotes in its message stay out. */
export function describeError(thrown: unknown): Record<string, unknown> {
  const error = withoutValues(thrown);
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack } = error;
  const code = "code" in error ? error.code : undefined;
  return { name, code, message, stack: stack?.split("\n").slice(1, 6).join("\n") };
}
