import { AppError } from "@heed/core/errors";
import { EVENTS, type EventData, type EventName } from "@heed/core/events";
import { Inngest, NonRetriableError } from "inngest";
import type { Logger } from "./logger.ts";

export interface InngestSettings {
  readonly baseUrl: string | null;
  readonly eventKey: string;
  readonly signingKey: string;
  readonly log: Logger;
}

/** Checkpointing off: a step's result is kept before the next step starts, on every executor. */
export function createInngest({ baseUrl, eventKey, signingKey, log }: InngestSettings): Inngest {
  return new Inngest({
    id: "heed",
    eventKey,
    signingKey,
    isDev: false,
    checkpointing: false,
    logger: sdkLogger(log),
    ...(baseUrl === null ? {} : { baseUrl }),
  });
}

/** What a function throws was logged where it was thrown. */
const LOGGED_BY_US = "Inngest function error";

/** The SDK's own words only: what it logs beside them may quote an event or an error's values. */
function sdkLogger(log: Logger) {
  const words = (given: readonly unknown[]) =>
    given.find((part) => typeof part === "string") ?? "the executor's library reports";
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...given: unknown[]) => log.warn({ from: "inngest" }, words(given)),
    error(...given: unknown[]) {
      if (words(given) !== LOGGED_BY_US) log.error({ from: "inngest" }, words(given));
    },
  };
}

interface WithLog {
  readonly log: Logger;
}

/** @throws NonRetriableError for an event that is not what its name promises */
export function eventData<N extends EventName>(
  { log }: WithLog,
  name: N,
  event: { readonly data?: unknown },
): EventData<N> {
  const parsed = EVENTS[name].safeParse(event.data);
  if (parsed.success) return parsed.data as EventData<N>;
  const fields = parsed.error.issues.map(({ path }) => path.join("."));
  log.error({ event: name, fields }, "an event is malformed and dropped");
  throw new NonRetriableError(`The event ${name} is malformed.`);
}

/** The one place that logs what a function throws, and tells the executor which errors a repeat cannot mend. */
export async function mapErrors<T>({ log }: WithLog, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const final = error instanceof AppError && !error.retryable;
    if (!final) {
      log.warn({ error }, "a function failed and is tried again");
      throw error;
    }
    log.error({ error }, "a function failed");
    throw new NonRetriableError(error.message, { cause: error });
  }
}
