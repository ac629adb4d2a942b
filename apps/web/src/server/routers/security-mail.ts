import type { SecurityChange } from "@heed/emails/account/security-mail";
import type { Services, Viewer } from "../services.ts";

/**
 * Tells the owner of an account what was just changed about getting in. The change stands whether or not the mail goes
 * out: somebody who cannot be written to now must still be able to remove a lost telephone. A failure is in the log.
 */
export async function tellOfSecurity(
  { mail, clock, log }: Services,
  { email, userId }: Pick<Viewer, "email" | "userId">,
  change: SecurityChange,
): Promise<void> {
  try {
    await mail.securityChanged(email, { change, at: clock.now(), url: mail.link("/account/security") });
  } catch (err) {
    log.error({ err, userId, change: change.kind }, "a mail about the security of an account did not go out");
  }
}
