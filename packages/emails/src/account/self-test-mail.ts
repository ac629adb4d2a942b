import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";

/** The mail that we send to an address of our own; the token in its subject is recognised on arrival. */
export function renderSelfTestMail({ subject }: { readonly subject: string }): Promise<AccountMail> {
  return renderAccountMail({
    subject,
    title: "Heed tests this address",
    preview: "Nobody needs to read this.",
    paragraphs: ["This mail shows that the address receives. It is recognised and put away when it arrives."],
    reason:
      "Heed sent this to itself: each day to an address that heard nothing else, or because somebody asked for it.",
  });
}
