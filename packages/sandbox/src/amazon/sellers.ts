import { marketplace } from "../world/marketplaces.ts";
import type { Answer } from "./answers.ts";
import type { SellerRequest } from "./request.ts";

export function getMarketplaceParticipations({ seller }: SellerRequest): Answer {
  const payload = seller.store.marketplaces.map(({ marketplaceId }) => {
    const place = marketplace(marketplaceId);
    return {
      marketplace: {
        id: place.id,
        countryCode: place.countryCode,
        name: place.name,
        defaultCurrencyCode: place.currency,
        defaultLanguageCode: place.language,
        domainName: `www.${place.domain}`,
      },
      storeName: seller.store.name,
      participation: { isParticipating: true, hasSuspendedListings: false },
    };
  });
  return { status: 200, body: { payload } };
}
