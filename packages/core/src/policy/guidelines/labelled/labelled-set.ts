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
  /**
   * Kept out of sight while rules are written. Not clean: the same hand wrote terms and messages, and the recall of
   * incentives was mended once over both halves; unseen messages are the real judge.
   */
  readonly heldOut: boolean;
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
  return { language, rule, text, heldOut: fingerprint(text) % 2 === 0 };
}

/** FNV-1a: which half a message belongs to depends on its words alone. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash >>> 4;
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
