/**
 * Where a review request by e-mail needs the buyer's consent beforehand (Germany: BGH VI ZR 225/17, 10 July 2018, and
 * UWG § 7; Austria: TKG 2021 § 174): the seller types that they have it.
 */
const NEED_CONSENT: ReadonlySet<string> = new Set(["DE", "AT"]);

/** What is typed, letter for letter: ticking a box would be too easy. */
export const CONSENT_STATEMENT = "We have our buyers' consent to review requests by e-mail";

export function needsConsentStatement(country: string): boolean {
  return NEED_CONSENT.has(country);
}

export function isConsentStatement(typed: string): boolean {
  return typed.trim().replace(/\s+/g, " ").toLowerCase() === CONSENT_STATEMENT.toLowerCase();
}
