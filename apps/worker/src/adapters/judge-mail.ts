import { classifyMail } from "@heed/core/notice/classify";
import type { Classification, Verification } from "@heed/core/notice/notice";
import { parseMail } from "@heed/core/notice/parse-mail";
import type { DnsResolver } from "./dns.ts";
import { verifyMail } from "./verify-mail.ts";

export interface MailJudgement extends Pick<Classification, "kind" | "orderId" | "language" | "status" | "confidence"> {
  readonly verified: Verification;
}

/**
 * What a raw mail says and whether it is genuine. Without a resolver nothing is looked up.
 *
 * @throws AppError LIMIT_EXCEEDED for a mail beyond the limits of `parseMail`
 */
export async function judgeMail(raw: Uint8Array, resolve: DnsResolver | null): Promise<MailJudgement> {
  const { kind, orderId, language, status, confidence } = classifyMail(await parseMail(raw));
  const { verification } = await verifyMail(raw, { resolve });
  return { kind, orderId, language, verified: verification, status, confidence };
}
