import { AppError } from "@heed/core/errors";

/** Mails above this are not read (bytes). */
export const RAW_MAIL_LIMIT = 10 * 1024 * 1024;
const TIMEOUT = 30_000;

/** Downloads the source of a mail from Resend only, without redirects and within the limit. */
export async function downloadRawMail(url: string, baseUrl: string | null): Promise<Uint8Array> {
  const target = new URL(url);
  if (!isResend(target, baseUrl))
    throw new AppError("UPSTREAM", "The source of a mail lies at an address that is not Resend's.");
  const response = await fetch(target, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT) }).catch(
    (cause: unknown) => {
      throw new AppError("UPSTREAM", "The source of a mail cannot be downloaded.", { retryable: true, cause });
    },
  );
  if (!response.ok)
    throw new AppError("UPSTREAM", "The source of a mail cannot be downloaded.", {
      retryable: true,
      details: { status: response.status },
    });
  return readLimited(response);
}

function isResend(url: URL, baseUrl: string | null): boolean {
  if (baseUrl !== null) return url.origin === new URL(baseUrl).origin;
  return url.protocol === "https:" && url.hostname.endsWith(".resend.com");
}

async function readLimited(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > RAW_MAIL_LIMIT)
      throw new AppError("LIMIT_EXCEEDED", "The mail is larger than 10 MB.", { details: { limit: RAW_MAIL_LIMIT } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
