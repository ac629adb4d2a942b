import { isAmazonDomain, TRUSTED_SEALERS } from "@heed/core/notice/amazon-senders";
import { z } from "zod";

/** mailauth hands its parsed headers out untyped; `result` where it has tidied the newest set, `value` elsewhere. */
const dkimEntry = z.object({
  value: z.unknown().optional(),
  result: z.unknown().optional(),
  header: z.object({ i: z.unknown().optional(), d: z.unknown().optional() }).optional(),
});
const link = z.object({
  "arc-seal": z.object({ parsed: z.object({ d: z.object({ value: z.string() }) }) }),
  "arc-authentication-results": z.object({ parsed: z.object({ dkim: z.array(dkimEntry).optional() }) }),
});

/**
 * The listed domain of Amazon whose signature the sealers of a passing ARC chain saw, or null. Every sealer must be
 * listed: each of them could have changed the mail after the one before.
 */
export function readSealedChain(chain: readonly unknown[]): string | null {
  const links = z.array(link).safeParse(chain);
  if (!links.success || !links.data.every((one) => TRUSTED_SEALERS.has(one["arc-seal"].parsed.d.value.toLowerCase()))) {
    return null;
  }
  const seen = links.data.flatMap((one) => one["arc-authentication-results"].parsed.dkim ?? []);
  for (const entry of seen) {
    const domain = signerOf(entry.header?.d) ?? signerOf(entry.header?.i);
    if ((entry.result === "pass" || entry.value === "pass") && domain !== null && isAmazonDomain(domain)) {
      return domain;
    }
  }
  return null;
}

/** `header.d=amazon.com`, `header.i=@amazon.com` or `header.i=mailer@amazon.com`. */
function signerOf(value: unknown): string | null {
  return typeof value === "string" ? (value.split("@").at(-1)?.toLowerCase() ?? null) : null;
}
