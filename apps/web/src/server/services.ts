import type { Clock } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import type { LiveHub } from "./realtime/live-hub.ts";

/** What procedures work with; handed in, so that tests and the access matrix bring their own. */
export interface Services {
  /** Login `heed_app`: sees a tenant only within `withTenant`. */
  readonly db: Db;
  readonly clock: Clock;
  readonly live: LiveHub;
  readonly log: Log;
}

export interface Log {
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
  info(facts: Readonly<Record<string, unknown>>, message: string): void;
}

/** The person behind a request. */
export interface Viewer {
  readonly userId: string;
  readonly email: string;
  /** 1: signed in by link; 2: second factor given. */
  readonly factorLevel: number;
}

export interface RequestContext {
  readonly services: Services;
  readonly viewer: Viewer | null;
  readonly requestId: string;
}
