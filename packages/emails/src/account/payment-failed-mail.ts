import type { Instant } from "@heed/core/time";
import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";
import { mailTime } from "./mail-time.ts";

export interface PaymentFailedMailInput {
  readonly workspace: string;
  /** When sending pauses; that day has a mail of its own. */
  readonly pausesAt: Instant;
  readonly url: string;
}

export function renderPaymentFailedMail({ workspace, pausesAt, url }: PaymentFailedMailInput): Promise<AccountMail> {
  const goesOn = `Sending goes on until ${mailTime(pausesAt)} and pauses then.`;
  return renderAccountMail({
    subject: `The payment for ${workspace} failed`,
    title: `The payment for ${workspace} failed`,
    preview: goesOn,
    paragraphs: [
      "The last payment did not go through.",
      `${goesOn} Nothing is deleted, and paying resumes everything at once.`,
    ],
    action: { label: "Go to Billing", url },
    reason: `You get this mail because you are an owner of ${workspace} on Heed.`,
  });
}
