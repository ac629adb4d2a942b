import type { Instant } from "@heed/core/time";
import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";
import { mailTime } from "./mail-time.ts";

/** What changed about getting into an account. */
export type SecurityChange =
  | { readonly kind: "factor_added" | "factor_removed"; readonly name: string }
  | { readonly kind: "last_factor_removed"; readonly name: string }
  | { readonly kind: "codes_renewed" }
  | { readonly kind: "code_used"; readonly left: number };

export interface SecurityMail {
  readonly change: SecurityChange;
  readonly at: Instant;
  /** Where second factors and sessions are. */
  readonly url: string;
}

interface Words {
  readonly title: string;
  readonly text: string;
}

/** To the owner of the account: so that they learn of a change that they did not make. */
export function renderSecurityMail({ change, at, url }: SecurityMail): Promise<AccountMail> {
  const { title, text } = wordsOf(change);
  return renderAccountMail({
    subject: `${title}: your Heed account`,
    title,
    preview: "If it was you, there is nothing to do.",
    paragraphs: [
      `${text} This was on ${mailTime(at)}.`,
      "If it was you, there is nothing to do. If it was not, sign out of all sessions, remove what you do not know, and write to us by answering this mail.",
    ],
    action: { label: "See the security of your account", url },
    reason: "You get this mail because it changes who can get into your account.",
  });
}

function wordsOf(change: SecurityChange): Words {
  switch (change.kind) {
    case "factor_added":
      return {
        title: "A second factor was added",
        text: `“${change.name}” can be used as the second factor of your account from now on.`,
      };
    case "factor_removed":
      return {
        title: "A second factor was removed",
        text: `“${change.name}” does not work for your account any more.`,
      };
    case "last_factor_removed":
      return {
        title: "Your last second factor was removed",
        text: `“${change.name}” and all recovery codes do not work any more. Whoever can read your mail can sign in as you.`,
      };
    case "codes_renewed":
      return {
        title: "New recovery codes were made",
        text: "The recovery codes that you had before do not work any more.",
      };
    case "code_used":
      return {
        title: "A recovery code was used",
        text: `Somebody gave one of your recovery codes in place of a second factor; ${change.left} are left.`,
      };
  }
}
