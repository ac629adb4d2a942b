import { type Params, text, whole } from "../params.ts";

interface Listed {
  readonly id: string;
}

const MOST = 100;

/** A page of a list, newest first, as the API cuts it. */
export function pageOf<T extends Listed>(
  all: readonly T[],
  { params, url, shape }: { readonly params: Params; readonly url: string; readonly shape: (one: T) => unknown },
) {
  const limit = Math.min(MOST, Math.max(1, whole(params, "limit") ?? 10));
  const after = text(params, "starting_after");
  const newest = [...all].reverse();
  const from = after === null ? 0 : newest.findIndex(({ id }) => id === after) + 1;
  const page = newest.slice(from, from + limit);
  return { object: "list", url, has_more: newest.length > from + limit, data: page.map(shape) };
}
