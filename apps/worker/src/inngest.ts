import { AppError } from "@heed/core/errors";
import { EVENTS, type EventData, type EventName } from "@heed/core/events";
import { Inngest, NonRetriableError } from "inngest";

export interface InngestSettings {
  readonly baseUrl: string | null;
  readonly eventKey: string;
  readonly signingKey: string;
}

/** Checkpointing off: a step's result is kept before the next step starts, on every executor. */
export function createInngest({ baseUrl, eventKey, signingKey }: InngestSettings): Inngest {
  return new Inngest({
    id: "heed",
    eventKey,
    signingKey,
    isDev: false,
    checkpointing: false,
    ...(baseUrl === null ? {} : { baseUrl }),
  });
}

/** @throws NonRetriableError for an event that is not what its name promises */
export function eventData<N extends EventName>(name: N, event: { readonly data?: unknown }): EventData<N> {
  const parsed = EVENTS[name].safeParse(event.data);
  if (!parsed.success) throw new NonRetriableError(`The event ${name} is malformed.`);
  return parsed.data as EventData<N>;
}

/** One place that tells the executor which errors a repeat cannot mend. */
export async function mapErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && !error.retryable) throw new NonRetriableError(error.message, { cause: error });
    throw error;
  }
}
