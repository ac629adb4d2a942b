import { MARKETPLACES, type Marketplace, type Region } from "./marketplaces.ts";

/**
 * Addresses of Amazon's authorisation (developer-docs.amazon.com/sp-api/docs/website-authorization-workflow and
 * …/selling-partner-appstore-authorization-workflow, read 2026-11-25). The redirect address is ours and fixed; it comes
 * from no request.
 */
export interface ConsentRequest {
  readonly applicationId: string;
  readonly state: string;
  readonly redirectUri: string;
  /** The application is in Draft state: without `version=beta` Amazon answers MD1000. */
  readonly draft: boolean;
}

/** Where a seller of this marketplace consents: on the Seller Central that serves it. */
export function consentUrl(marketplace: Marketplace, request: ConsentRequest): string {
  const url = new URL(`https://${marketplace.sellerCentralHost}/apps/authorize/consent`);
  url.searchParams.set("application_id", request.applicationId);
  url.searchParams.set("state", request.state);
  url.searchParams.set("redirect_uri", request.redirectUri);
  if (request.draft) url.searchParams.set("version", "beta");
  return url.href;
}

export interface CallbackRequest extends Omit<ConsentRequest, "applicationId"> {
  /** As Amazon sent it to the login address. */
  readonly amazonCallbackUri: string;
  readonly amazonState: string;
}

const CALLBACK_PATH = "/apps/authorize/confirm/";
const CALLBACK_HOSTS: ReadonlySet<string> = new Set(
  MARKETPLACES.flatMap(({ sellerCentralHost, domain }) => [sellerCentralHost, domain, `www.${domain}`]),
);

/**
 * Where an authorisation that began in Amazon's Appstore goes on. Null for an address that is not Amazon's own: it comes
 * by way of the browser, and whoever could bend it would be handed our state.
 */
export function appstoreCallbackUrl(request: CallbackRequest): string | null {
  const url = URL.parse(request.amazonCallbackUri);
  if (url === null || url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") {
    return null;
  }
  if (!CALLBACK_HOSTS.has(url.hostname) || !url.pathname.startsWith(CALLBACK_PATH)) return null;
  url.searchParams.set("redirect_uri", request.redirectUri);
  url.searchParams.set("amazon_state", request.amazonState);
  url.searchParams.set("state", request.state);
  if (request.draft) url.searchParams.set("version", "beta");
  url.hash = "";
  return url.href;
}

/** The region of the Seller Central, or of the shop, at which an authorisation began; null for any other address. */
export function regionOfAddress(address: string): Region | null {
  const host = URL.parse(address)?.hostname;
  const of = (marketplace: Marketplace) => [
    marketplace.sellerCentralHost,
    marketplace.domain,
    `www.${marketplace.domain}`,
  ];
  return MARKETPLACES.find((marketplace) => host !== undefined && of(marketplace).includes(host))?.region ?? null;
}

/** Merchant tokens as Amazon writes them: capital letters and digits, beginning with A. */
export function isSellerId(text: string): boolean {
  return /^A[0-9A-Z]{8,20}$/.test(text);
}
