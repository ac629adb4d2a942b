import type { Instant } from "@heed/core/time";

/** A place in a list: pages go on from a row, not from a number, so that new rows move nothing. */
export interface Cursor {
  readonly at: Instant;
  readonly id: string;
}

export interface PageInput {
  /** Rows older than this one. */
  readonly after?: Cursor | undefined;
  /** Rows newer than this one; used when `after` is absent. */
  readonly before?: Cursor | undefined;
  readonly limit: number;
}

export interface Page<Row> {
  /** Newest first. */
  readonly rows: readonly Row[];
  readonly newer: Cursor | null;
  readonly older: Cursor | null;
}

/** Which way to read, and one row more than the page holds. */
export function readPlan({ after, before, limit }: PageInput) {
  const backwards = after === undefined && before !== undefined;
  return { backwards, from: after ?? before ?? null, fetch: limit + 1 };
}

/** Cuts what was fetched by `readPlan` to a page; `cursor` names the place of a row. */
export function toPage<Row>(fetched: readonly Row[], input: PageInput, cursor: (row: Row) => Cursor): Page<Row> {
  const { backwards } = readPlan(input);
  const more = fetched.length > input.limit;
  const cut = fetched.slice(0, input.limit);
  const rows = backwards ? cut.toReversed() : cut;
  const [first, last] = [rows[0], rows.at(-1)];
  const hasNewer = backwards ? more : input.after !== undefined;
  const hasOlder = backwards ? input.before !== undefined : more;
  return {
    rows,
    newer: hasNewer && first !== undefined ? cursor(first) : null,
    older: hasOlder && last !== undefined ? cursor(last) : null,
  };
}
