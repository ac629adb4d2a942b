import type { Instant } from "@heed/core/time";
import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";
import { mailTime } from "./mail-time.ts";

export interface AuthorisationExpiringMailInput {
  readonly store: string;
  readonly workspace: string;
  readonly expiresAt: Instant;
  readonly url: string;
}

/** Amazon wants sellers to renew their permission once a year. */
export function renderAuthorisationExpiringMail(input: AuthorisationExpiringMailInput): Promise<AccountMail> {
  const { store, workspace, expiresAt, url } = input;
  return renderAccountMail({
    subject: `Authorise ${store} again before ${mailTime(expiresAt)}`,
    title: `The permission for ${store} ends soon`,
    preview: "It takes a minute, and nothing is lost.",
    paragraphs: [
      `Amazon's permission for Heed to act for ${store} lasts a year and ends on ${mailTime(expiresAt)}. After that no order comes in and no message goes out.`,
      "Authorising again takes a minute in Seller Central. Orders, flows and opt-outs stay as they are.",
    ],
    action: { label: "Authorise again", url },
    reason: `You get this mail because you are an owner or admin of ${workspace} on Heed.`,
  });
}
