import "server-only";
import { AppError } from "@heed/core/errors";
import { renderSignInMail } from "@heed/emails/account/sign-in-mail";
import { Resend } from "resend";
import { env } from "../../env.ts";

interface SignInMail {
  readonly to: string;
  /** Holds the token: never logged. */
  readonly link: string;
  readonly minutes: number;
}

export async function sendSignInMail({ to, link, minutes }: SignInMail): Promise<void> {
  const settings = env();
  const resend = new Resend(settings.RESEND_API_KEY, { baseUrl: settings.RESEND_BASE_URL });
  const mail = await renderSignInMail({ url: link, expiresMinutes: minutes });
  const { error } = await resend.emails.send({ from: `Heed <sign-in@${settings.HEED_MAIL_DOMAIN}>`, to, ...mail });
  if (error !== null) {
    throw new AppError("UPSTREAM", "The sign-in mail could not be sent.", {
      retryable: true,
      details: { name: error.name },
    });
  }
}
