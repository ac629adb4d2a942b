import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";

export interface UsageAlertMailInput {
  readonly workspace: string;
  readonly share: number;
  /** What the share is of: what the plan includes, the units at which it stops, or the cap that an owner set. */
  readonly of: "included" | "plan" | "spending_cap";
  /** Messages of the measure. */
  readonly total: number;
  readonly url: string;
}

const THINGS = {
  included: "the messages that your plan includes",
  plan: "the messages of your plan",
  spending_cap: "your spending cap",
} as const;

/** Told before money is spent or sending stops, so that nothing of it is a surprise. */
export function renderUsageAlertMail({ workspace, share, of, total, url }: UsageAlertMailInput): Promise<AccountMail> {
  const thing = THINGS[of];
  const used = share >= 100 ? `All of ${thing} is used` : `${share} % of ${thing} is used`;
  return renderAccountMail({
    subject: `${workspace}: ${used}`,
    title: used,
    preview: consequence(of, share),
    paragraphs: [
      `${workspace} has used ${share} % of ${total.toLocaleString("en")} messages in this period.`,
      consequence(of, share),
    ],
    action: { label: "Go to Billing", url },
    reason: `You get this mail because you are an owner of ${workspace} on Heed. It comes once in a period.`,
  });
}

function consequence(of: UsageAlertMailInput["of"], share: number): string {
  if (of === "included") {
    return share >= 100
      ? "Sending goes on; further messages are billed as your plan says."
      : "Sending goes on beyond it; further messages will be billed as your plan says.";
  }
  const remedy = of === "plan" ? "A larger plan" : "A higher cap";
  return share >= 100
    ? `Sending has stopped and planning goes on. ${remedy} lets waiting messages go at once.`
    : `At 100 % sending stops and planning goes on. ${remedy} prevents that.`;
}
