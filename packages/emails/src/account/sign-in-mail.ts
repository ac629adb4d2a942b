import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";

export interface SignInMailInput {
  /** The magic link; it holds a token, so the mail must not be logged. */
  readonly url: string;
  readonly expiresMinutes: number;
}

/** The mail with a magic link. */
export function renderSignInMail({ url, expiresMinutes }: SignInMailInput): Promise<AccountMail> {
  return renderAccountMail({
    subject: "Sign in to Heed",
    title: "Sign in to Heed",
    preview: `The link is valid for ${expiresMinutes} minutes.`,
    paragraphs: [`This link signs you in. It works once and is valid for ${expiresMinutes} minutes.`],
    action: { label: "Sign in", url },
    reason:
      "You get this mail because somebody entered this address on the sign-in page. If it was not you, ignore it.",
  });
}
