import { type ClientReport, rateSentence } from "@heed/core/report/client-report";
import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";

const HEAD = ["Store", "Orders", "Sent", "Reached", "Refused"] as const;

/** The weekly report to an agency's client: under the agency's name and colour, and no other. */
export function renderClientReportMail(report: ClientReport): Promise<AccountMail> {
  const { client, sender, colour, week, stores, total } = report;
  const span = `${week.from} to ${week.to}`;
  return renderAccountMail({
    subject: `${client}: messages to buyers, ${span}`,
    title: `${client}, ${span}`,
    preview: `${counted(total.sent)} sent, ${counted(total.reached)} reached a buyer, ${counted(total.refused)} refused.`,
    paragraphs: [
      `${counted(total.sent)} messages went out for ${counted(total.orders)} orders. ${counted(total.reached)} reached a buyer, ${counted(total.refused)} were refused by buyers who want no messages.`,
      rateSentence(total.rate),
      "Reached: sent, and no notice of a refusal came within 72 hours. A message of this week may still be waiting for that.",
    ],
    table: {
      head: HEAD,
      rows: [...stores.map((store) => row(store.name, store)), ...(stores.length > 1 ? [row("All", total)] : [])],
    },
    colour,
    reason: `You get this report from ${sender}, who look after your messages to buyers. Tell them if you no longer want it.`,
  });
}

function row(name: string, { orders, sent, reached, refused }: ClientReport["total"]): readonly string[] {
  return [name, ...[orders, sent, reached, refused].map(counted)];
}

const counted = (value: number): string => value.toLocaleString("en");
