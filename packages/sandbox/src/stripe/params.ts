import { badParam, missingParam, unknownParam } from "./failure.ts";

/** Parameters as Stripe's forms nest them: `items[0][price]=…`. */
export type ParamValue = string | Params | readonly ParamValue[];
export interface Params {
  readonly [name: string]: ParamValue | undefined;
}

interface Draft {
  [name: string]: string | Draft;
}

/** Decodes a form body or a query. Numeric keys make lists. */
export function parseForm(text: string): Params {
  const root: Draft = Object.create(null) as Draft;
  for (const [key, value] of new URLSearchParams(text)) {
    const inner = [...key.matchAll(/\[([^[\]]*)\]/g)].map((match) => match[1] ?? "");
    const path = [key.split("[", 1)[0] ?? "", ...inner];
    put(root, path, value);
  }
  return settle(root) as Params;
}

function put(into: Draft, path: readonly string[], value: string): void {
  const [first = "", ...rest] = path;
  const key = first === "" ? String(Object.keys(into).length) : first;
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const known = into[key];
  const next = typeof known === "object" ? known : (Object.create(null) as Draft);
  into[key] = next;
  put(next, rest, value);
}

function settle(draft: string | Draft): ParamValue {
  if (typeof draft === "string") return draft;
  const entries = Object.entries(draft).map(([key, value]) => [key, settle(value)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) return entries.map(([, value]) => value);
  return Object.fromEntries(entries);
}

/** Refuses what the operation does not know: a mistyped parameter must not be taken for a setting. */
export function only(params: Params, names: readonly string[]): void {
  for (const name of Object.keys(params)) if (name !== "expand" && !names.includes(name)) throw unknownParam(name);
}

export function text(params: Params, name: string): string | null {
  const value = params[name];
  return typeof value === "string" && value !== "" ? value : null;
}

export function needText(params: Params, name: string): string {
  const value = text(params, name);
  if (value === null) throw missingParam(name);
  return value;
}

export function whole(params: Params, name: string): number | null {
  const value = text(params, name);
  if (value === null) return null;
  if (!/^-?\d{1,15}$/.test(value)) throw badParam(name, `Invalid integer: ${value}`);
  return Number(value);
}

export const flag = (params: Params, name: string): boolean => params[name] === "true";

export function nested(params: Params, name: string): Params {
  const value = params[name];
  return isParams(value) ? value : {};
}

export function listOf(params: Params, name: string): readonly Params[] {
  const value = params[name];
  return Array.isArray(value) ? value.filter(isParams) : [];
}

export function textsOf(params: Params, name: string): readonly string[] {
  const value = params[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}

export function metadataOf(params: Params, name = "metadata"): Readonly<Record<string, string>> {
  const pairs = Object.entries(nested(params, name));
  return Object.fromEntries(pairs.flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));
}

const [MOST_PAIRS, LONGEST_KEY, LONGEST_VALUE] = [50, 40, 500];

/** Pairs are added to those that are there; Stripe's limits as docs.stripe.com/metadata has them, read 2026-11. */
export function mergeMetadata(known: Readonly<Record<string, string>>, params: Params) {
  const merged = { ...known, ...metadataOf(params) };
  for (const [key, value] of Object.entries(merged)) {
    if (key.length > LONGEST_KEY) throw badParam("metadata", `Metadata keys can have up to ${LONGEST_KEY} characters.`);
    if (value.length > LONGEST_VALUE)
      throw badParam("metadata", `Metadata values can have up to ${LONGEST_VALUE} characters.`);
  }
  if (Object.keys(merged).length > MOST_PAIRS)
    throw badParam("metadata", `Metadata can have up to ${MOST_PAIRS} keys.`);
  return merged;
}

function isParams(value: ParamValue | undefined): value is Params {
  return typeof value === "object" && !Array.isArray(value);
}
