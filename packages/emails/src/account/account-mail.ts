import { createElement as h, type ReactElement } from "react";
import { Button, Link, render, Text } from "react-email";
import type { AccountMail } from "../account-mail.ts";
import { accountLayout } from "./account-layout.ts";
import { ADDRESS, BUTTON, PARAGRAPH, TABLE, TABLE_CELL, TABLE_HEAD } from "./mail-styles.ts";
import { oneLine, subjectLine } from "./one-line.ts";

/** What a mail about an account says; its HTML and its text are made of the same words. */
export interface MailContent {
  readonly subject: string;
  readonly title: string;
  /** The line that mail programs show beside the subject. */
  readonly preview: string;
  readonly paragraphs: readonly string[];
  /** Figures below the paragraphs, such as one row for each store. */
  readonly table?: MailTable;
  /** Whose colour the button and the line on top have, as #rrggbb; ours otherwise. */
  readonly colour?: string | null;
  /** A button, and its address again for where buttons do not work. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Why the reader got this mail. */
  readonly reason: string;
}

export interface MailTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
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

function mailElement({ title, preview, paragraphs, table, action, reason, colour }: MailContent): ReactElement {
  const words = paragraphs.map((paragraph) => h(Text, { key: paragraph, ...PARAGRAPH }, oneLine(paragraph)));
  const frame = { title: oneLine(title), preview: oneLine(preview), reason: oneLine(reason), colour: colour ?? null };
  return accountLayout(
    frame,
    words,
    ...(table === undefined ? [] : [tableElement(table)]),
    ...(action === undefined ? [] : actionElements(action)),
  );
}

/** Names in the first column, numbers to the right. */
function tableElement({ head, rows }: MailTable): ReactElement {
  const line = (cells: readonly string[], cell: "th" | "td") =>
    cells.map((text, at) => {
      const look = cell === "th" ? TABLE_HEAD : TABLE_CELL;
      const style = { ...look.style, textAlign: at === 0 ? ("left" as const) : ("right" as const) };
      return h(cell, { key: head[at], className: look.className, style }, oneLine(text));
    });
  const body = rows.map((row) => h("tr", { key: row.join("|") }, ...line(row, "td")));
  return h("table", TABLE, h("thead", null, h("tr", null, ...line(head, "th"))), h("tbody", null, ...body));
}

function actionElements({ label, url }: NonNullable<MailContent["action"]>): readonly ReactElement[] {
  return [
    h(Button, { href: url, ...BUTTON }, label),
    h(Text, PARAGRAPH, "If the button does not work, copy this address into your browser:"),
    h(Link, { href: url, ...ADDRESS }, url),
  ];
}

function plainText({ title, paragraphs, table, action, reason }: MailContent): string {
  const lines = [title, ...paragraphs].map(oneLine);
  return [
    ...lines,
    ...(table === undefined ? [] : tableLines(table)),
    ...(action === undefined ? [] : [`${action.label}:\n${action.url}`]),
    "--",
    oneLine(reason),
    "",
  ].join("\n\n");
}

/** Each row names its figures: a text has no columns on a phone. */
function tableLines({ head, rows }: MailTable): readonly string[] {
  return rows.map(([name = "", ...figures]) =>
    [oneLine(name), ...figures.map((figure, at) => `  ${oneLine(head[at + 1] ?? "")}: ${oneLine(figure)}`)].join("\n"),
  );
}

/** @throws TypeError where the link is no web address: it would be ours to fix, not the reader's. */
function requireHttp(url: string): string {
  const parsed = new URL(url);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") {
    throw new TypeError("a link in a mail must be a web address");
  }
  return parsed.href;
}
