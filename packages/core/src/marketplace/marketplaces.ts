import { MARKETPLACE_ROWS, type MarketplaceRow } from "./marketplace-rows.ts";

export const REGIONS = ["NA", "EU", "FE"] as const;
export type Region = (typeof REGIONS)[number];

export interface Marketplace {
  /** As Amazon abbreviates it; `UK` is GB in ISO 3166. */
  readonly country: string;
  readonly name: string;
  readonly marketplaceId: string;
  readonly region: Region;
  readonly endpointHost: string;
  readonly sandboxEndpointHost: string;
  readonly domain: string;
  readonly sellerCentralHost: string;
  /** IANA zone in which Amazon counts days for this marketplace. */
  readonly timeZone: string;
  readonly currency: string;
  /** BCP 47, most used first. Not verified: getMarketplaceParticipations.defaultLanguageCode wins. */
  readonly languages: readonly string[];
  readonly languagesVerified: false;
  /** Domain of the buyers' relay addresses, and whether one was seen in a public source or only follows the pattern. */
  readonly aliasDomain: string;
  readonly aliasDomainSeen: boolean;
  /** Sender of Amazon's notices about messages, and whether it was seen or only follows the pattern. */
  readonly noticeSender: string;
  readonly noticeSenderSeen: boolean;
}

export const MARKETPLACES: readonly Marketplace[] = MARKETPLACE_ROWS.map(complete);

const byId = new Map(MARKETPLACES.map((marketplace) => [marketplace.marketplaceId, marketplace]));
const byDomain = new Map(MARKETPLACES.map((marketplace) => [marketplace.domain, marketplace]));

/** Null for an id that is none of the 23, such as a marketplace that Amazon opened later. */
export function marketplaceById(marketplaceId: string): Marketplace | null {
  return byId.get(marketplaceId) ?? null;
}

/** By the `sales-channel` of reports, such as `Amazon.co.jp`; null for `Non-Amazon` and unknown channels. */
export function marketplaceBySalesChannel(salesChannel: string): Marketplace | null {
  return byDomain.get(salesChannel.trim().toLowerCase()) ?? null;
}

function complete(row: MarketplaceRow): Marketplace {
  return {
    ...row,
    endpointHost: `sellingpartnerapi-${row.region.toLowerCase()}.amazon.com`,
    sandboxEndpointHost: `sandbox.sellingpartnerapi-${row.region.toLowerCase()}.amazon.com`,
    sellerCentralHost: row.sellerCentralHost ?? `sellercentral.${row.domain}`,
    languagesVerified: false,
    aliasDomain: `marketplace.${row.domain}`,
    aliasDomainSeen: row.aliasDomainSeen ?? false,
    noticeSender: `auto-communication@${row.domain}`,
    noticeSenderSeen: row.noticeSenderSeen ?? false,
  };
}
