import { parseAsString } from "nuqs/server";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const AUDIT_FILTERS = {
  about: parseAsString,
  by: parseAsString,
  from: parseAsString,
  until: parseAsString,
  after: parseAsString,
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isId = (text: string | null): text is string => text !== null && UUID.test(text);

type Filters = { readonly [K in keyof typeof AUDIT_FILTERS]: string | null };

/** What people write into an address and what is not possible is left out. */
export function auditInput(workspace: string, { about, by, from, until, after }: Filters) {
  const day = (text: string | null) => (text !== null && DAY.test(text) ? text : undefined);
  return {
    workspace,
    ...(about !== null && /^[a-z_]{1,40}$/.test(about) ? { about } : {}),
    ...(isId(by) ? { userId: by } : {}),
    ...(day(from) === undefined ? {} : { from: day(from) }),
    ...(day(until) === undefined ? {} : { until: day(until) }),
    ...(isId(after) ? { after } : {}),
  };
}
