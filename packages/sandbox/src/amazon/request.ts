import type { Instant } from "@heed/core/time";
import type { State, StoreState } from "../state.ts";
import type { Route } from "./operations.ts";

/** An authorised request as the handlers see it. */
export interface SellerRequest {
  readonly state: State;
  readonly now: Instant;
  readonly route: Route;
  readonly seller: StoreState;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** Signs links to documents. */
  readonly linkKey: string;
}

/** A list in the query: repeated names and comma-separated values are both in use. */
export function listParam(query: URLSearchParams, name: string): readonly string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}
