import "server-only";
import type { AccountMail } from "@heed/emails/account-mail";
import { Resend } from "resend";
import { env } from "../env.ts";
import { sendPatiently } from "./send-patiently.ts";

/** Mails with a token go out from here, while the token is known in clear; those without one are the worker's. */
export async function sendAccountMail(to: string, mail: AccountMail): Promise<void> {
  const settings = env();
  const resend = new Resend(settings.RESEND_API_KEY, { baseUrl: settings.RESEND_BASE_URL });
  await sendPatiently(resend, { from: `Heed <account@${settings.HEED_MAIL_DOMAIN}>`, to, ...mail });
}
