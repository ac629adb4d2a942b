import { createElement as h, type ReactElement, type ReactNode } from "react";
import { Body, Container, Head, Heading, Hr, Html, Preview, Text } from "react-email";
import { BODY, CARD, DARK_SHEET, HEADING, RULE, SMALL } from "./mail-styles.ts";

export interface AccountLayoutProps {
  readonly title: string;
  /** The line that mail programs show beside the subject. */
  readonly preview: string;
  /** Why the reader got this mail. */
  readonly reason: string;
  /** A line on top of the sheet in somebody's own colour. */
  readonly colour?: string | null;
}

/**
 * The frame of mails about an account; mails to buyers have their own, bare one. Written without JSX, since the worker
 * renders it under plain Node, which strips types and knows no other syntax.
 */
export function accountLayout(
  { title, preview, reason, colour = null }: AccountLayoutProps,
  ...children: ReactNode[]
): ReactElement {
  return h(
    Html,
    { lang: "en" },
    h(
      Head,
      null,
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("meta", { name: "supported-color-schemes", content: "light dark" }),
      h("style", null, DARK_SHEET),
    ),
    h(Preview, null, preview),
    h(
      Body,
      BODY,
      h(
        Container,
        CARD,
        ...line(colour),
        h(Heading, { as: "h1", ...HEADING }, title),
        ...children,
        h(Hr, RULE),
        h(Text, SMALL, reason),
      ),
    ),
  );
}

/** Its colour is nobody's class: it stays in the dark. */
function line(colour: string | null): readonly ReactElement[] {
  const style = { backgroundColor: colour ?? "", borderRadius: "2px", height: "4px", margin: "0 0 16px" };
  return colour === null ? [] : [h("div", { key: "line", style })];
}
