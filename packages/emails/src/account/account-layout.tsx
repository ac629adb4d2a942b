import type { ReactNode } from "react";
import { Body, Container, Head, Heading, Hr, Html, Preview, Text } from "react-email";
import { BODY, CARD, DARK_SHEET, HEADING, RULE, SMALL } from "./mail-styles.ts";

export interface AccountLayoutProps {
  readonly title: string;
  /** The line that mail programs show beside the subject. */
  readonly preview: string;
  /** Why the reader got this mail. */
  readonly reason: string;
  readonly children: ReactNode;
}

/** The frame of mails about an account; mails to buyers have their own, bare one. */
export function AccountLayout({ title, preview, reason, children }: AccountLayoutProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK_SHEET}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body {...BODY}>
        <Container {...CARD}>
          <Heading as="h1" {...HEADING}>
            {title}
          </Heading>
          {children}
          <Hr {...RULE} />
          <Text {...SMALL}>{reason}</Text>
        </Container>
      </Body>
    </Html>
  );
}
