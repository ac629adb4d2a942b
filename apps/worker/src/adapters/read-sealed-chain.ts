import { isAmazonDomain, TRUSTED_SEALERS } from "@heed/core/notice/amazon-senders";
import { z } from "zod";

/** mailauth hands its parsed headers out untyped, under `value`; of the newest set it makes a tidied copy, under `result`. */
const dkimEntry = z.object({
  value: z.unknown().optional(),
  result: z.unknown().optional(),
  header: z.object({ i: z.unknown().optional(), d: z.unknown().optional() }).optional(),
});
const results = z.object({ dkim: z.array(dkimEntry).optional() });
const link = z.object({
  "arc-seal": z.object({ parsed: z.object({ d: z.object({ value: z.string() }) }) }),
  "arc-authentication-results": z.object({ parsed: results }),
});

/**
 * The listed domain of Amazon whose signature the sealers of a passing ARC chain saw, or null. Every sealer must be
 * listed: each of them could have changed the mail after the one before.
 */
export function readSealedChain(chain: readonly unknown[], newest: unknown): string | null {
  const links = z.array(link).safeParse(chain);
  if (!links.success || !links.data.every((one) => TRUSTED_SEALERS.has(one["arc-seal"].parsed.d.value.toLowerCase()))) {
    return null;
  }
  const tidied = results.safeParse(newest);
  const sets = [
    ...links.data.map((one) => one["arc-authentication-results"].parsed),
    ...(tidied.success ? [tidied.data] : []),
  ];
  const passed = sets
    .flatMap(({ dkim }) => dkim ?? [])
    .filter(({ result, value }) => result === "pass" || value === "pass");
  const signers = passed.map(({ header }) => signerOf(header?.d) ?? signerOf(header?.i));
  return signers.find((domain) => domain !== null && isAmazonDomain(domain)) ?? null;
}

/** `header.d=amazon.com`, `header.i=@amazon.com` or `header.i=mailer@amazon.com`. */
function signerOf(value: unknown): string | null {
  return typeof value === "string" ? (value.split("@").at(-1)?.toLowerCase() ?? null) : null;
}
