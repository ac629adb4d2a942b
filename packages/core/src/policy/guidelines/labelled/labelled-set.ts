import type { MessageDraft } from "../../finding.ts";
import type { CoveredLanguage } from "../lexicon/lexicon.ts";

/** Messages with the verdict that a careful reader of the guidelines gives; a blocked one names its rule first. */
export type LabelledSet = Readonly<
  Partial<Record<CoveredLanguage, { readonly block: readonly string[]; readonly pass: readonly string[] }>>
>;

export interface LabelledMessage {
  readonly language: string;
  /** The rule that it breaks, or null. */
  readonly rule: string | null;
  readonly text: string;
}

export function readLabelled(set: LabelledSet): readonly LabelledMessage[] {
  return Object.entries(set).flatMap(([language, { block, pass }]) => [
    ...block.map((line) => {
      const [rule = "", ...text] = line.split("|");
      return labelled(language, rule, text.join("|"));
    }),
    ...pass.map((text) => labelled(language, null, text)),
  ]);
}

function labelled(language: string, rule: string | null, text: string): LabelledMessage {
  return { language, rule, text };
}

const ORDER_ID = "302-1234567-1234567";

/** The message as it would be sent, about an order. */
export function toMessage({ language, text }: LabelledMessage): MessageDraft {
  return {
    language,
    subject: `Amazon ${ORDER_ID}`,
    html: `<p>${text.replaceAll("&", "&amp;")}</p><p>${ORDER_ID}</p>`,
    text: "",
    orderId: ORDER_ID,
    purpose: "review_request",
  };
}
