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
 * An access token that a fresh one may replace: expired, revoked or malformed. Any other 403 is about the request.
 * Amazon words it in `details`: "The access token you provided has expired." (and "is revoked, malformed or invalid").
 */
export function isTokenProblem(status: number, problem: ApiProblem | null): boolean {
  if (status === 401) return true;
  if (status !== 403 || problem === null) return false;
  return /access token\b.*\b(expired|revoked|malformed|invalid)/i.test(`${problem.message} ${problem.details}`);
}

function clean(value: string): string {
  return value.replace(ORDER_ID, "[order]").slice(0, LONGEST_TEXT);
}
