/** Ids and domains: developer-docs.amazon.com/sp-api/docs/marketplace-ids, read 2026-11. */
export interface Marketplace {
  readonly id: string;
  readonly countryCode: string;
  readonly region: "NA" | "EU" | "FE";
  /** `amazon.<tld>`: mail from Amazon, relay addresses and the sales channel derive from it. */
  readonly domain: string;
  readonly name: string;
  readonly currency: string;
  readonly language: string;
}

const us = {
  id: "ATVPDKIKX0DER",
  countryCode: "US",
  region: "NA",
  domain: "amazon.com",
  name: "Amazon.com",
  currency: "USD",
  language: "en_US",
} as const;
const ca = {
  id: "A2EUQ1WTGCTBG2",
  countryCode: "CA",
  region: "NA",
  domain: "amazon.ca",
  name: "Amazon.ca",
  currency: "CAD",
  language: "en_CA",
} as const;
const mx = {
  id: "A1AM78C64UM0Y8",
  countryCode: "MX",
  region: "NA",
  domain: "amazon.com.mx",
  name: "Amazon.com.mx",
  currency: "MXN",
  language: "es_MX",
} as const;
const br = {
  id: "A2Q3Y263D00KWC",
  countryCode: "BR",
  region: "NA",
  domain: "amazon.com.br",
  name: "Amazon.com.br",
  currency: "BRL",
  language: "pt_BR",
} as const;
const gb = {
  id: "A1F83G8C2ARO7P",
  countryCode: "GB",
  region: "EU",
  domain: "amazon.co.uk",
  name: "Amazon.co.uk",
  currency: "GBP",
  language: "en_GB",
} as const;
const de = {
  id: "A1PA6795UKMFR9",
  countryCode: "DE",
  region: "EU",
  domain: "amazon.de",
  name: "Amazon.de",
  currency: "EUR",
  language: "de_DE",
} as const;
const fr = {
  id: "A13V1IB3VIYZZH",
  countryCode: "FR",
  region: "EU",
  domain: "amazon.fr",
  name: "Amazon.fr",
  currency: "EUR",
  language: "fr_FR",
} as const;
const it = {
  id: "APJ6JRA9NG5V4",
  countryCode: "IT",
  region: "EU",
  domain: "amazon.it",
  name: "Amazon.it",
  currency: "EUR",
  language: "it_IT",
} as const;
const es = {
  id: "A1RKKUPIHCS9HS",
  countryCode: "ES",
  region: "EU",
  domain: "amazon.es",
  name: "Amazon.es",
  currency: "EUR",
  language: "es_ES",
} as const;
const tr = {
  id: "A33AVAJ2PDY3EV",
  countryCode: "TR",
  region: "EU",
  domain: "amazon.com.tr",
  name: "Amazon.com.tr",
  currency: "TRY",
  language: "tr_TR",
} as const;
const jp = {
  id: "A1VC38T7YXB528",
  countryCode: "JP",
  region: "FE",
  domain: "amazon.co.jp",
  name: "Amazon.co.jp",
  currency: "JPY",
  language: "ja_JP",
} as const;
const au = {
  id: "A39IBJ37TRP1C6",
  countryCode: "AU",
  region: "FE",
  domain: "amazon.com.au",
  name: "Amazon.com.au",
  currency: "AUD",
  language: "en_AU",
} as const;

const all: readonly Marketplace[] = [us, ca, mx, br, gb, de, fr, it, es, tr, jp, au];
const byId = new Map(all.map((marketplace) => [marketplace.id, marketplace]));

export const MARKETPLACE = { us, ca, gb, de, fr, jp } as const;

/** Unknown ids are a mistake in the world's data, not a request's. */
export function marketplace(id: string): Marketplace {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`The sandbox does not know marketplace ${id}`);
  return found;
}

export function isMarketplace(id: string): boolean {
  return byId.has(id);
}
