import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";

export interface ConfirmAddressMailInput {
  readonly store: string;
  readonly workspace: string;
  /** Holds the token: never logged. */
  readonly url: string;
  readonly validDays: number;
}

/** Asks whoever reads the customer-service mailbox whether answers of buyers may be forwarded there. */
export function renderConfirmAddressMail(input: ConfirmAddressMailInput): Promise<AccountMail> {
  const { store, workspace, url, validDays } = input;
  return renderAccountMail({
    subject: `Receive answers of ${store}'s buyers at this address?`,
    title: "Confirm the customer-service address",
    preview: `Answers of ${store}'s buyers will be forwarded here.`,
    paragraphs: [
      `${workspace} wants answers that buyers of ${store} write to its messages to be forwarded to this address. Heed does not read them.`,
      `Confirm that this mailbox is read by people. The link works once and is valid for ${validDays} days.`,
    ],
    action: { label: "See and confirm", url },
    reason:
      "You get this mail because somebody entered this address as a customer-service address. If it is not yours, ignore it: nothing will be forwarded.",
  });
}
