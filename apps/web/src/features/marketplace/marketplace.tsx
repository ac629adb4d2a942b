import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import { Badge } from "../../ui/badge.tsx";

export interface MarketplaceLook {
  /** `US`, `DE`, …; the id itself for a marketplace that we do not know yet. */
  readonly country: string;
  readonly name: string;
  /** IANA zone in which its times are shown. */
  readonly zone: string;
}

export function marketplaceLook(marketplaceId: string): MarketplaceLook {
  const known = marketplaceById(marketplaceId);
  if (known === null) return { country: marketplaceId, name: marketplaceId, zone: "UTC" };
  return { country: known.country, name: known.name, zone: known.timeZone };
}

export function MarketplaceBadge({ marketplaceId }: { marketplaceId: string }) {
  const { country, name } = marketplaceLook(marketplaceId);
  return (
    <span title={`Amazon ${name}`}>
      <Badge>{country}</Badge>
    </span>
  );
}
