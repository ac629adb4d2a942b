import type { ReactNode } from "react";
import { Body, Container, Head, Heading, Hr, Html, Preview, Text } from "react-email";

const body = { backgroundColor: "#fafafa", fontFamily: "system-ui, -apple-system, 'Segoe UI', sans-serif" };
const card = { backgroundColor: "#ffffff", border: "1px solid #e5e5e5", borderRadius: "8px", padding: "24px" };
const heading = { color: "#171717", fontSize: "20px", fontWeight: 600, margin: "0 0 16px" };
const small = { color: "#525252", fontSize: "13px", margin: "0" };

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
      <Head />
      <Preview>{preview}</Preview>
      <Body style={body}>
        <Container style={card}>
          <Heading as="h1" style={heading}>
            {title}
          </Heading>
          {children}
          <Hr />
          <Text style={small}>{reason}</Text>
        </Container>
      </Body>
    </Html>
  );
}
