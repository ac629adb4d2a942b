import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";

export const STATE_SEGMENTS = ["waiting", "sent", "reached", "refused", "needs_you"] as const;
export type StateSegment = (typeof STATE_SEGMENTS)[number];
export const LANE_FILTERS = ["solicitation", "email", "typed"] as const;

/** The filters of the list as they stand in the address; server and browser read them by the same parsers. */
export const ORDER_FILTERS = {
  state: parseAsStringLiteral(STATE_SEGMENTS),
  lane: parseAsStringLiteral(LANE_FILTERS),
  rule: parseAsString,
  q: parseAsString,
  after: parseAsString,
  before: parseAsString,
};

/** The open panel; apart from the filters, so that opening it loads no list. */
export const OPEN_ORDER = parseAsString;

export const loadOrderFilters = createLoader(ORDER_FILTERS);
export const orderQuery = createSerializer(ORDER_FILTERS);

export type OrderFilters = Awaited<ReturnType<typeof loadOrderFilters>>;

/** All orders. */
export const NO_FILTERS: OrderFilters = { state: null, lane: null, rule: null, q: null, after: null, before: null };

/** What the procedure takes: only what is set. */
export function listInput(place: { workspace: string; store: string }, filters: OrderFilters) {
  const { state, lane, rule, q, after, before } = filters;
  return {
    ...place,
    ...(state === null ? {} : { state }),
    ...(lane === null ? {} : { lane }),
    ...(rule === null ? {} : { rule }),
    ...(q === null || q.trim() === "" ? {} : { q: q.trim() }),
    ...(after === null ? {} : { after }),
    ...(before === null || after !== null ? {} : { before }),
  };
}
