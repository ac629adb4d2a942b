import { parseAsString } from "nuqs/server";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const AUDIT_FILTERS = {
  about: parseAsString,
  from: parseAsString,
  until: parseAsString,
  after: parseAsString,
};

type Filters = { readonly [K in keyof typeof AUDIT_FILTERS]: string | null };

/** What people write into an address and what is not possible is left out. */
export function auditInput(workspace: string, { about, from, until, after }: Filters) {
  const day = (text: string | null) => (text !== null && DAY.test(text) ? text : undefined);
  return {
    workspace,
    ...(about !== null && /^[a-z_]{1,40}$/.test(about) ? { about } : {}),
    ...(day(from) === undefined ? {} : { from: day(from) }),
    ...(day(until) === undefined ? {} : { until: day(until) }),
    ...(after !== null && /^[0-9a-f-]{36}$/.test(after) ? { after } : {}),
  };
}
