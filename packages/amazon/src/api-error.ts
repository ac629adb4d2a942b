import { z } from "zod";

/** The first error of Amazon's error list; the texts are cleaned of order ids. */
export interface ApiProblem {
  readonly code: string;
  readonly message: string;
  readonly details: string;
}

const text = z.string().catch("");
const errorList = z.object({
  errors: z.array(z.object({ code: text, message: text, details: text })).min(1),
});

const ORDER_ID = /\b[0-9A-Z]\d{1,2}-\d{7}-\d{7}\b/g;
const LONGEST_TEXT = 300;

/** Null when the body is not Amazon's error list, such as a proxy's HTML page. */
export function problemOf(body: unknown): ApiProblem | null {
  const list = errorList.safeParse(body);
  const first = list.data?.errors[0];
  if (first === undefined) return null;
  return { code: first.code.slice(0, 100), message: clean(first.message), details: clean(first.details) };
}

/**
 * Whether Amazon refused the access token; any other 403 is about the request. Its words stand in `details`: "The access
 * token you provided has expired." or "… is revoked, malformed or invalid."
 */
export function tokenProblem(status: number, problem: ApiProblem | null): "expired" | "invalid" | null {
  if (status === 401) return "expired";
  if (status !== 403 || problem === null) return null;
  const text = `${problem.message} ${problem.details}`;
  const at = text.search(/access token\b/i);
  const said = at === -1 ? "" : text.slice(at);
  if (/\bexpired/i.test(said)) return "expired";
  return /\b(?:revoked|malformed|invalid)/i.test(said) ? "invalid" : null;
}

function clean(value: string): string {
  return value.replace(ORDER_ID, "[order]").slice(0, LONGEST_TEXT);
}
