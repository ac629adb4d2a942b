import canonicalize from "canonicalize";

/**
 * Canonical JSON (RFC 8785) of a value that came from `JSON.parse`. Lone surrogates, which have no canonical form,
 * become U+FFFD: the SDK would refuse the signature of a call that holds one.
 */
export function canonicalJson(value: unknown): string {
  try {
    return canonicalize(value) ?? "null";
  } catch {
    return canonicalize(wellFormed(value)) ?? "null";
  }
}

function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]));
}
