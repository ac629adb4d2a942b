import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";

/** To the new address: it counts once its reader says so. */
export function renderChangeEmailMail({ url }: { readonly url: string }): Promise<AccountMail> {
  return renderAccountMail({
    subject: "Confirm your new address for Heed",
    title: "Use this address for Heed",
    preview: "The link works once and is valid for 24 hours.",
    paragraphs: [
      "Somebody who is signed in to Heed wants to use this address from now on. Open the link where you are signed in; it works once and is valid for 24 hours.",
    ],
    action: { label: "See and confirm", url },
    reason:
      "You get this mail because somebody entered this address as the new one of their account. If it was not you, ignore it: nothing will change.",
  });
}

/** To the old address: so that its owner learns of a change that they did not make. */
export function renderEmailChangedMail({ email }: { readonly email: string }): Promise<AccountMail> {
  return renderAccountMail({
    subject: "Your address for Heed was changed",
    title: "Your address was changed",
    preview: "You sign in with another address from now on.",
    paragraphs: [
      `From now on you sign in to Heed with ${email}.`,
      "If this was not you, somebody else has been in your account: write to us at once by answering this mail.",
    ],
    reason: "You get this mail because this was the address of your account until now.",
  });
}
