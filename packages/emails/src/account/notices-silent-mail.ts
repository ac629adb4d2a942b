import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";

export interface NoticesSilentMailInput {
  readonly store: string;
  readonly workspace: string;
  /** Marketplaces whose notices are too few for what was sent. */
  readonly silent: readonly string[];
  /** Marketplaces whose address our own test mails do not reach. */
  readonly deaf: readonly string[];
  readonly url: string;
}

/** Told at once: while notices do not come, refusals are not learnt. */
export function renderNoticesSilentMail(input: NoticesSilentMailInput): Promise<AccountMail> {
  const { store, workspace, silent, deaf, url } = input;
  return renderAccountMail({
    subject: `${store}: notices do not arrive`,
    title: `Notices of ${store} do not arrive`,
    preview: "Refusals are not learnt until they do.",
    paragraphs: [
      ...(silent.length === 0
        ? []
        : [
            `${silent.join(", ")}: so few refusals for what was sent come by chance less than once in a thousand. Look in Seller Central under Notification Preferences, Messaging, Buyer Opt-Out, whether the address of Heed still stands there.`,
          ]),
      ...(deaf.length === 0
        ? []
        : [`${deaf.join(", ")}: our daily test mail to the notice address did not arrive. We are looking into it.`]),
      "Until notices arrive again, refusals are not learnt and count as reached.",
    ],
    action: { label: "Look at the addresses", url },
    reason: `You get this mail because you are an owner or admin of ${workspace} on Heed. It comes at most once a week.`,
  });
}
