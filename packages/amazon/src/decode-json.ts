const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Sixteen digits or more: beyond what a double holds exactly. */
const LONG_INTEGER = /[:[,]\s*-?\d{16,}\s*[,}\]]/;

/**
 * Reads a body that has been put together from its chunks, so that characters split over chunks stay whole. Integers
 * that a double cannot hold stay strings. Throws SyntaxError or TypeError on what is not JSON in UTF-8.
 */
export function decodeJson(body: Buffer): unknown {
  const text = utf8.decode(body);
  if (!LONG_INTEGER.test(text)) return JSON.parse(text);
  return JSON.parse(text, keepLongIntegers);
}

function keepLongIntegers(...[, value, context]: readonly unknown[]): unknown {
  if (typeof value !== "number" || Number.isSafeInteger(value) || !Number.isInteger(value)) return value;
  const written = typeof context === "object" && context !== null && "source" in context ? context.source : null;
  return typeof written === "string" && /^-?\d+$/.test(written) ? written : value;
}
