/**
 * The relay address of a buyer: `{about 15 letters and digits}@marketplace.amazon.{tld}`, constant per buyer and seller.
 * Facts: Seller Central help 200383320 and addresses seen in public code (compiled 2026-11-23).
 */

/** Top-level domains of Amazon's marketplaces with the id of their marketplace. */
const MARKETPLACE_BY_TLD: Readonly<Record<string, string>> = {
  com: "ATVPDKIKX0DER",
  ca: "A2EUQ1WTGCTBG2",
  "com.mx": "A1AM78C64UM0Y8",
  "com.br": "A2Q3Y263D00KWC",
  "co.uk": "A1F83G8C2ARO7P",
  de: "A1PA6795UKMFR9",
  fr: "A13V1IB3VIYZZH",
  it: "APJ6JRA9NG5V4",
  es: "A1RKKUPIHCS9HS",
  nl: "A1805IZSGTT6HS",
  se: "A2NODRKZP88ZB9",
  pl: "A1C3SOZRARQ6R3",
  "com.be": "AMEN7PMS3EDWL",
  ie: "A28R8C7NBKEWEA",
  "com.tr": "A33AVAJ2PDY3EV",
  ae: "A2VIGQ35RCS4UG",
  sa: "A17E79C6D8DWNP",
  eg: "ARBP9OOSHTCHU",
  in: "A21TJRUUN4KGV",
  "co.za": "AE08WJ6YKNBMC",
  "co.jp": "A1VC38T7YXB528",
  "com.au": "A39IBJ37TRP1C6",
  sg: "A19VAU5U5O7RUS",
};

const HOST = /^(?:m\.)?marketplace\.amazon\.([a-z.]+)$/;
const LOCAL_PART = /^[a-z0-9][a-z0-9._-]*(?:\+[a-z0-9-]+)?$/;

/** Amazon Business answers from one address for all buyers of Europe; writing to it reaches nobody. */
const NEVER_MAIL = new Set(["no-reply-amazon-iba-buyer", "no-reply", "noreply", "donotreply"]);

/** RFC 5321: no address is longer. */
const LONGEST_ADDRESS = 254;

interface AddressParts {
  readonly local: string;
  readonly tld: string;
  readonly host: string;
}

/** The form that keys are made of: lower case, NFC, without the plus part that threads cases. */
export function normalizeAlias(address: string): string {
  const lower = address.trim().normalize("NFC").toLowerCase();
  const at = lower.lastIndexOf("@");
  const plus = lower.indexOf("+");
  return plus > 0 && plus < at ? lower.slice(0, plus) + lower.slice(at) : lower;
}

/** Whether the text is a relay address of a known marketplace, with or without a plus part. */
export function isAlias(address: string): boolean {
  return readAlias(address) !== null;
}

/** Whether the address is a relay address that no message may go to. */
export function isNeverMailed(address: string): boolean {
  const parts = readAlias(address);
  return parts !== null && NEVER_MAIL.has(normalizeAlias(address).slice(0, -parts.host.length - 1));
}

/** The marketplace that the alias belongs to, or null where the address is no alias. */
export function marketplaceOfAlias(address: string): string | null {
  const parts = readAlias(address);
  return parts === null ? null : (MARKETPLACE_BY_TLD[parts.tld] ?? null);
}

/** The domain of aliases of a marketplace, or null where the marketplace is unknown. */
export function aliasDomain(marketplaceId: string): string | null {
  const found = Object.entries(MARKETPLACE_BY_TLD).find(([, id]) => id === marketplaceId);
  return found === undefined ? null : `marketplace.amazon.${found[0]}`;
}

/** What the pages show: `a1…9z@marketplace.amazon.de`. Short local parts show less. */
export function maskAlias(address: string): string {
  const alias = normalizeAlias(address);
  const at = alias.lastIndexOf("@");
  const local = at < 0 ? alias : alias.slice(0, at);
  const host = at < 0 ? "" : alias.slice(at);
  return local.length < 8 ? `…${host}` : `${local.slice(0, 2)}…${local.slice(-2)}${host}`;
}

function readAlias(address: string): AddressParts | null {
  const lower = address.trim().normalize("NFC").toLowerCase();
  const at = lower.lastIndexOf("@");
  if (at < 1 || lower.length > LONGEST_ADDRESS || !LOCAL_PART.test(lower.slice(0, at))) {
    return null;
  }
  const host = lower.slice(at + 1);
  const tld = HOST.exec(host)?.[1];
  return tld === undefined || !Object.hasOwn(MARKETPLACE_BY_TLD, tld) ? null : { local: lower.slice(0, at), tld, host };
}
