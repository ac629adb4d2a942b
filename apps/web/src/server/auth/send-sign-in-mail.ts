import "server-only";
import { renderSignInMail } from "@heed/emails/account/sign-in-mail";
import { sendAccountMail } from "../send-account-mail.ts";

interface SignInMail {
  readonly to: string;
  /** Holds the token: never logged. */
  readonly link: string;
  readonly minutes: number;
}

export async function sendSignInMail({ to, link, minutes }: SignInMail): Promise<void> {
  await sendAccountMail(to, await renderSignInMail({ url: link, expiresMinutes: minutes }));
}
