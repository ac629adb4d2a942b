import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const CRITICAL_VIEWS = ["history", "waiting", "tasks"] as const;

export const CRITICAL_FILTERS = {
  /** The order that is written about. */
  order: parseAsString,
  /** The reviewed list for several orders. */
  several: parseAsStringLiteral(["yes"] as const),
  show: parseAsStringLiteral(CRITICAL_VIEWS),
  after: parseAsString,
  before: parseAsString,
};

export const loadCriticalFilters = createLoader(CRITICAL_FILTERS);
export const criticalQuery = createSerializer(CRITICAL_FILTERS);

interface ListFilters {
  readonly show: (typeof CRITICAL_VIEWS)[number] | null;
  readonly after: string | null;
  readonly before: string | null;
}

export function listInput(place: { workspace: string; store: string }, { show, after, before }: ListFilters) {
  return {
    ...place,
    waiting: show === "waiting",
    ...(after === null ? {} : { after }),
    ...(before === null || after !== null ? {} : { before }),
  };
}
