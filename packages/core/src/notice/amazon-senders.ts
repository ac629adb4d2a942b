/** Domains of Amazon's 23 marketplaces (developer-docs.amazon.com/sp-api/docs/marketplace-ids, 2026-11-23). */
export const AMAZON_DOMAINS: readonly string[] = [
  "amazon.com",
  "amazon.ca",
  "amazon.com.mx",
  "amazon.com.br",
  "amazon.co.uk",
  "amazon.de",
  "amazon.fr",
  "amazon.it",
  "amazon.es",
  "amazon.nl",
  "amazon.se",
  "amazon.pl",
  "amazon.com.be",
  "amazon.ie",
  "amazon.com.tr",
  "amazon.ae",
  "amazon.sa",
  "amazon.eg",
  "amazon.in",
  "amazon.co.za",
  "amazon.co.jp",
  "amazon.com.au",
  "amazon.sg",
];

const LISTED = new Set(AMAZON_DOMAINS);

/**
 * Mail services that rewrite or forward mail for their users and seal what they saw (ARC, RFC 8617). Only their
 * word about an earlier DKIM result is taken.
 */
export const TRUSTED_SEALERS: ReadonlySet<string> = new Set([
  "google.com",
  "microsoft.com",
  "outlook.com",
  "yahoo.com",
  "yahoodns.net",
  "aol.com",
  "icloud.com",
  "fastmail.com",
  "messagingengine.com",
  "zohomail.com",
  "zoho.com",
  "zoho.eu",
  "proton.me",
  "protonmail.com",
  "yandex.ru",
  "mailbox.org",
  "gmx.net",
  "migadu.com",
]);

/** Whether the domain itself is listed. Subdomains are not: `marketplace.amazon.de` carries what buyers write. */
export function isAmazonDomain(domain: string): boolean {
  return LISTED.has(domain.toLowerCase().replace(/\.$/, ""));
}

/** The domain after the last `@`, lower case, or an empty text. */
function domainOf(address: string | null): string {
  const at = address?.lastIndexOf("@") ?? -1;
  return address === null || at < 0
    ? ""
    : address
        .slice(at + 1)
        .toLowerCase()
        .trim()
        .replace(/\.$/, "");
}

/** Below these, buyers write. */
const BUYERS = /(?:^|\.)marketplace\.amazon\./;

/** Whether a mail from this address is Amazon's own, as far as the address tells; it may come from a subdomain. */
export function isAmazonAddress(address: string | null): boolean {
  const domain = domainOf(address);
  return claimsAmazon(domain) && !BUYERS.test(domain);
}

/** Whether the domain is Amazon's or below it: what somebody who claims to be Amazon would put there. */
export function claimsAmazon(domain: string): boolean {
  return AMAZON_DOMAINS.some((listed) => domain === listed || domain.endsWith(`.${listed}`));
}
