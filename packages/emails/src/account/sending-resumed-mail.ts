import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";
import type { SendingMailInput } from "./sending-paused-mail.ts";

/** After a pause: the bill is paid. */
export function renderSendingResumedMail({ workspace, url }: SendingMailInput): Promise<AccountMail> {
  return renderAccountMail({
    subject: `${workspace}: sending goes on`,
    title: "Sending goes on",
    preview: "The payment went through.",
    paragraphs: [
      `The payment for ${workspace} went through, and sending goes on.`,
      "Messages that waited for it look at their order again now; those whose window has closed meanwhile are refused with that reason.",
    ],
    action: { label: "Go to Billing", url },
    reason: `You get this mail because you are an owner of ${workspace} on Heed.`,
  });
}
