import { createElement as h, type ReactElement } from "react";
import { Button, Link, render, Text } from "react-email";
import type { AccountMail } from "../account-mail.ts";
import { accountLayout } from "./account-layout.ts";
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
  return { subject: subjectLine(content.subject), html: await render(mailElement(safe)), text: plainText(safe) };
}

function mailElement({ title, preview, paragraphs, action, reason }: MailContent): ReactElement {
  const words = paragraphs.map((paragraph) => h(Text, { key: paragraph, ...PARAGRAPH }, oneLine(paragraph)));
  const frame = { title: oneLine(title), preview: oneLine(preview), reason: oneLine(reason) };
  return accountLayout(frame, words, ...(action === undefined ? [] : actionElements(action)));
}

function actionElements({ label, url }: NonNullable<MailContent["action"]>): readonly ReactElement[] {
  return [
    h(Button, { href: url, ...BUTTON }, label),
    h(Text, PARAGRAPH, "If the button does not work, copy this address into your browser:"),
    h(Link, { href: url, ...ADDRESS }, url),
  ];
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
