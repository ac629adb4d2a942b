import type { Purpose } from "../message/message.ts";

/** BCP 47, as short as possible: `en`, `de`, `pt-BR`. */
export type Language = string;

export interface TemplateText {
  readonly language: Language;
  /** LiquidJS source. */
  readonly subject: string;
  /** LiquidJS source: bare HTML (p, a, ul, ol, li, br, strong, em), or plain text where the purpose goes by typed messages. */
  readonly body: string;
}

/** A version of a template; texts never change once the version exists. */
export interface TemplateVersion {
  readonly templateKey: string;
  readonly version: number;
  readonly purpose: Purpose;
  readonly texts: readonly TemplateText[];
}

/** What a text may speak of. No personal data: no name, no address, no alias. */
export interface TemplateVariables {
  readonly order: {
    readonly id: string;
    readonly items: readonly { readonly title: string; readonly quantity: number }[];
  };
  readonly store: { readonly name: string };
  readonly marketplace: { readonly name: string; readonly domain: string };
}

export interface RenderedMessage {
  readonly language: Language;
  readonly subject: string;
  /** Empty for plain text. */
  readonly html: string;
  readonly text: string;
}
