import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** What the page shows below the rate: buyers who refused, the notices, what was taught, where notices arrive. */
export const OPT_OUT_VIEWS = ["review", "all", "taught", "addresses"] as const;

export type OptOutFilter = (typeof OPT_OUT_VIEWS)[number] | null;

export const OPT_OUT_FILTERS = {
  notices: parseAsStringLiteral(OPT_OUT_VIEWS),
  after: parseAsString,
  before: parseAsString,
};

export const OPEN_NOTICE = parseAsString;

export const loadOptOutFilters = createLoader(OPT_OUT_FILTERS);
export const optOutQuery = createSerializer(OPT_OUT_FILTERS);

export function pageInput(
  place: { workspace: string; store: string },
  { after, before }: { after: string | null; before: string | null },
) {
  return {
    ...place,
    ...(after === null ? {} : { after }),
    ...(before === null || after !== null ? {} : { before }),
  };
}
