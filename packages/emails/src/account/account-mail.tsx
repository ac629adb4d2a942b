import { Button, Link, render, Text } from "react-email";
import type { AccountMail } from "../account-mail.ts";
import { AccountLayout } from "./account-layout.tsx";
import { ADDRESS, BUTTON, PARAGRAPH } from "./mail-styles.ts";
import { oneLine, subjectLine } from "./one-line.ts";

/** What a mail about an account says; its HTML and its text are made of the same words. */
export interface MailContent {
  readonly subject: string;
  readonly title: string;
  /** The line that mail programs show beside the subject. */
  readonly preview: string;
  readonly paragraphs: readonly string[];
  /** A button, and its address again for where buttons do not work. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Why the reader got this mail. */
  readonly reason: string;
}

/**
 * A mail as HTML and plain text. Names of people and workspaces stand in it as text: React escapes them, and none of
 * them can break a line of the subject.
 */
export async function renderAccountMail(content: MailContent): Promise<AccountMail> {
  const action = content.action && { ...content.action, url: requireHttp(content.action.url) };
  const safe = { ...content, ...(action && { action }) };
  return { subject: subjectLine(content.subject), html: await render(<Mail content={safe} />), text: plainText(safe) };
}

function Mail({ content: { title, preview, paragraphs, action, reason } }: { content: MailContent }) {
  return (
    <AccountLayout title={oneLine(title)} preview={oneLine(preview)} reason={oneLine(reason)}>
      {paragraphs.map((paragraph) => (
        <Text key={paragraph} {...PARAGRAPH}>
          {oneLine(paragraph)}
        </Text>
      ))}
      {action === undefined ? null : (
        <>
          <Button href={action.url} {...BUTTON}>
            {action.label}
          </Button>
          <Text {...PARAGRAPH}>If the button does not work, copy this address into your browser:</Text>
          <Link href={action.url} {...ADDRESS}>
            {action.url}
          </Link>
        </>
      )}
    </AccountLayout>
  );
}

function plainText({ title, paragraphs, action, reason }: MailContent): string {
  const lines = [title, ...paragraphs].map(oneLine);
  return [
    ...lines,
    ...(action === undefined ? [] : [`${action.label}:\n${action.url}`]),
    "--",
    oneLine(reason),
    "",
  ].join("\n\n");
}

/** @throws TypeError where the link is no web address: it would be ours to fix, not the reader's. */
function requireHttp(url: string): string {
  const parsed = new URL(url);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") {
    throw new TypeError("a link in a mail must be a web address");
  }
  return parsed.href;
}
