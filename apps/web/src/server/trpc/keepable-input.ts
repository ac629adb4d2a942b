/**
 * What came in, with every text such as a database, a mail and an address can hold it: without NUL, and with U+FFFD in
 * place of half a surrogate pair (what is left where somebody cut an emoji in two). All else is the schemas' to judge.
 */
export function keepable(input: unknown): unknown {
  if (typeof input === "string") return keepableText(input);
  if (Array.isArray(input)) return input.map(keepable);
  if (!isPlain(input)) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [keepableText(name), keepable(value)]));
}

export const keepableText = (text: string): string => text.replaceAll("\u0000", "").toWellFormed();

function isPlain(input: unknown): input is Readonly<Record<string, unknown>> {
  if (typeof input !== "object" || input === null) return false;
  const prototype: unknown = Object.getPrototypeOf(input);
  return prototype === Object.prototype || prototype === null;
}
