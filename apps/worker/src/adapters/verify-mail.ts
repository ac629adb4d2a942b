import { claimsAmazon, isAmazonDomain } from "@heed/core/notice/amazon-senders";
import type { Verification } from "@heed/core/notice/notice";
import { type ARCResult, type AuthenticateResult, authenticate, type DKIMResult } from "mailauth";
import type { DnsResolver } from "./dns.ts";
import { readSealedChain } from "./read-sealed-chain.ts";

/** Short keys can be factored (RFC 8301 §3.2). */
const SHORTEST_KEY = 1024;

/** Traces that forwarding and list services leave; without any, the mail came straight from its sender. */
const FORWARDING_TRACES = new Set([
  "arc-seal",
  "list-id",
  "resent-from",
  "resent-to",
  "x-forwarded-for",
  "x-forwarded-to",
  "x-google-group-id",
  "x-original-sender",
]);

export interface MailVerification {
  readonly verification: Verification;
  /** The listed domain of Amazon that vouches for the mail, itself or through a sealer. */
  readonly domain: string | null;
  /** True where a name server did not answer: the same mail may be verified later. */
  readonly retry: boolean;
}

/**
 * Whether a mail is Amazon's. Verified: a DKIM signature of a listed amazon.{tld}, aligned with From, over the whole
 * body. Forwarded: a listed sealer saw such a signature. Forged: From claims Amazon, nothing aligned passes and DMARC
 * fails on a mail that came directly. Anything else is unverified. Without a resolver nothing is asked.
 */
export async function verifyMail(
  raw: Uint8Array,
  options: { readonly resolve: DnsResolver | null },
): Promise<MailVerification> {
  if (options.resolve === null) {
    return unverified(false);
  }
  const failures = { temporary: false };
  const result = await authenticateMail(raw, watchFailures(options.resolve, failures));
  return result === null ? unverified(failures.temporary) : judge(result, failures.temporary);
}

/** Every check of mailauth at once; null for headers that it cannot read. */
export async function authenticateMail(raw: Uint8Array, resolver: DnsResolver): Promise<AuthenticateResult | null> {
  try {
    return await authenticate(Buffer.from(raw), {
      resolver,
      trustReceived: true,
      minBitLength: SHORTEST_KEY,
      strict: true,
      disableBimi: true,
      // Only written into headers that nobody reads; the machine's own name need not leave it.
      mta: "heed.invalid",
    });
  } catch {
    // Headers that no mail program writes; such a mail proves nothing.
    return null;
  }
}

function judge(result: AuthenticateResult, failed: boolean): MailVerification {
  const author = authorDomain(result);
  const signature = author === null ? undefined : result.dkim.results.find((one) => vouches(one, author));
  if (signature?.signingDomain !== undefined) {
    return { verification: "verified", domain: signature.signingDomain.toLowerCase(), retry: false };
  }
  const sealed = sealedDomain(result);
  if (sealed !== null) {
    return { verification: "forwarded", domain: sealed, retry: false };
  }
  const direct = !result.dkim.headers?.parsed.some(({ key }) => FORWARDING_TRACES.has(key));
  const refused = result.dmarc !== false && result.dmarc.status.result === "fail";
  const forged = author !== null && claimsAmazon(author) && refused && direct && !failed;
  return forged ? { verification: "forged", domain: null, retry: false } : unverified(failed);
}

/** The one domain of the one From field, or null: several authors leave nothing to align with. */
function authorDomain(result: AuthenticateResult): string | null {
  const domains = new Set(result.dkim.headerFrom.map((address) => (address.split("@").at(-1) ?? "").toLowerCase()));
  const [domain] = domains;
  return result.dkim.fromFields === 1 && domains.size === 1 && domain !== undefined && domain !== "" ? domain : null;
}

function vouches(signature: DKIMResult, author: string): boolean {
  const domain = signature.signingDomain?.toLowerCase() ?? "";
  return (
    signature.status.result === "pass" &&
    signature.status.testing !== true &&
    signature.canonBodyLengthLimited !== true &&
    isAmazonDomain(domain) &&
    (author === domain || author.endsWith(`.${domain}`))
  );
}

function sealedDomain(result: AuthenticateResult): string | null {
  const arc: ARCResult | false = result.arc;
  return arc !== false && arc.status.result === "pass"
    ? readSealedChain(arc.chain ?? [], arc.authenticationResults)
    : null;
}

function unverified(retry: boolean): MailVerification {
  return { verification: "unverified", domain: null, retry };
}

/** Remembers whether any look-up failed for another reason than a missing name. */
function watchFailures(resolve: DnsResolver, failures: { temporary: boolean }): DnsResolver {
  return async (name, type) => {
    try {
      return await resolve(name, type);
    } catch (error) {
      const code: unknown = error instanceof Error && "code" in error ? error.code : null;
      failures.temporary ||= code !== "ENOTFOUND" && code !== "ENODATA";
      throw error;
    }
  };
}
