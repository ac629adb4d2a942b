import type { TemplateVariables } from "./template.ts";

/** A variable that a text may name. `order.items` is a list; its members have `title` and `quantity`. */
export interface VariableInfo {
  readonly path: string;
  readonly type: "text" | "number" | "list";
  readonly example: string;
  readonly description: string;
}

/** Every variable there is. No personal data stands among them, so none can be written into a message. */
export const VARIABLES: readonly VariableInfo[] = [
  { path: "order.id", type: "text", example: "302-1234567-1234567", description: "Amazon's order id" },
  { path: "order.items", type: "list", example: "1 item", description: "Items of the order" },
  { path: "order.items[0].title", type: "text", example: "Stainless steel kettle", description: "Title of an item" },
  { path: "order.items[0].quantity", type: "number", example: "1", description: "Pieces of an item" },
  { path: "store.name", type: "text", example: "Example Store", description: "Name of the store" },
  { path: "marketplace.name", type: "text", example: "Amazon.de", description: "Name of the marketplace" },
  { path: "marketplace.domain", type: "text", example: "amazon.de", description: "Domain of the marketplace" },
];

/** Values to preview and to check a text with before any order is at hand. */
export const EXAMPLE_VARIABLES: TemplateVariables = {
  order: { id: "302-1234567-1234567", items: [{ title: "Stainless steel kettle", quantity: 1 }] },
  store: { name: "Example Store" },
  marketplace: { name: "Amazon.de", domain: "amazon.de" },
};

/** What Liquid itself answers for any text or list; `first` and `last` count as an index. */
const BUILT_IN_PROPERTIES = new Set(["size"]);

type Segment = string | number | object;

/** Whether a path of a template exists, given its segments as Liquid's analysis reports them. */
export function isKnownVariable(segments: readonly Segment[]): boolean {
  const path = toPath(segments);
  return VARIABLES.some((variable) => variable.path === path) || isBranch(path) || isBuiltIn(segments);
}

/** A path as a seller writes it; any index stands for all of them. */
export function toPath(segments: readonly Segment[]): string {
  return segments.reduce<string>((path, segment) => {
    const member = segment === "first" || segment === "last" ? 0 : segment;
    if (typeof member === "string") {
      return path === "" ? member : `${path}.${member}`;
    }
    return `${path}[0]`;
  }, "");
}

/** The known path that the writer most likely meant, or null where none is near. */
export function suggestVariable(path: string): string | null {
  let best: { path: string; distance: number } | null = null;
  for (const { path: known } of VARIABLES) {
    const distance = editDistance(path.slice(0, 60).toLowerCase(), known);
    if (best === null || distance < best.distance) {
      best = { path: known, distance };
    }
  }
  const lastWord = path.split(".").at(-1)?.toLowerCase() ?? "";
  const sameEnd = VARIABLES.find((variable) => variable.path.endsWith(`.${lastWord}`));
  return best !== null && best.distance <= 3 ? best.path : (sameEnd?.path ?? null);
}

function isBranch(path: string): boolean {
  return VARIABLES.some((variable) => variable.path.startsWith(`${path}.`) || variable.path.startsWith(`${path}[`));
}

function isBuiltIn(segments: readonly Segment[]): boolean {
  const last = segments.at(-1);
  const parent = segments.slice(0, -1);
  return typeof last === "string" && BUILT_IN_PROPERTIES.has(last) && parent.length > 1 && isKnownVariable(parent);
}

/** Levenshtein's distance, one row at a time. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
