import type { FlowItem, Markup } from "./parse-html.ts";
import { VisibleText } from "./visible-text.ts";

/** A plain text as rules read markup: no elements, each end of a line a break. */
export function plainMarkup(source: string): Markup {
  const text = new VisibleText(source);
  text.add(source, { from: 0, to: source.length });
  return { source, elements: [], withAttributes: [], declarations: [], text, flow: flowOf(source), tooDeep: false };
}

function flowOf(source: string): readonly FlowItem[] {
  const flow: FlowItem[] = [];
  let at = 0;
  for (let end = source.indexOf("\n"); end >= 0; end = source.indexOf("\n", at)) {
    if (source.slice(at, end).trim() !== "") {
      flow.push({ kind: "content" });
    }
    flow.push({ kind: "break", range: { from: end, to: end + 1 } });
    at = end + 1;
  }
  return source.slice(at).trim() === "" ? flow : [...flow, { kind: "content" }];
}
