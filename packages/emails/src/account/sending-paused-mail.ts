import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";

export interface SendingMailInput {
  readonly workspace: string;
  readonly url: string;
}

/** On the day on which the grace after a failed payment is over. */
export function renderSendingPausedMail({ workspace, url }: SendingMailInput): Promise<AccountMail> {
  return renderAccountMail({
    subject: `${workspace}: sending is paused until the bill is paid`,
    title: "Sending is paused",
    preview: "A payment is still open. Nothing is deleted.",
    paragraphs: [
      `The payment for ${workspace} is still open, so sending has paused today.`,
      "Nothing is deleted: orders come in, messages are planned and wait. Paying resumes sending at once.",
    ],
    action: { label: "Go to Billing", url },
    reason: `You get this mail because you are an owner of ${workspace} on Heed.`,
  });
}
