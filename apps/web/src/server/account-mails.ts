import "server-only";
import { renderChangeEmailMail, renderEmailChangedMail } from "@heed/emails/account/change-email-mail";
import { renderConfirmAddressMail } from "@heed/emails/account/confirm-address-mail";
import { renderGrantMail } from "@heed/emails/account/grant-mail";
import { renderInvitationMail } from "@heed/emails/account/invitation-mail";
import { renderSecurityMail } from "@heed/emails/account/security-mail";
import { renderSelfTestMail } from "@heed/emails/account/self-test-mail";
import type { Env } from "../env.ts";
import { sendAccountMail } from "./send-account-mail.ts";
import type { Mail } from "./services.ts";

/** The mails that procedures send, rendered and handed to Resend. */
export function accountMails({ HEED_MAIL_DOMAIN: domain, AUTH_URL }: Env): Mail {
  return {
    domain,
    link: (path) => new URL(path, AUTH_URL).href,
    confirmAddress: async (to, mail) => sendAccountMail(to, await renderConfirmAddressMail(mail)),
    invitation: async (to, mail) => sendAccountMail(to, await renderInvitationMail(mail)),
    grantOffer: async (to, mail) => sendAccountMail(to, await renderGrantMail(mail)),
    changeEmail: async (to, mail) => sendAccountMail(to, await renderChangeEmailMail(mail)),
    emailChanged: async (to, mail) => sendAccountMail(to, await renderEmailChangedMail(mail)),
    securityChanged: async (to, mail) => sendAccountMail(to, await renderSecurityMail(mail)),
    selfTest: async (to, mail) => sendAccountMail(to, await renderSelfTestMail(mail)),
  };
}
