import { MARKETPLACES } from "@heed/core/marketplace/marketplaces";
import type { Sandbox } from "../sandbox.ts";
import type { StoreState } from "../state.ts";

/** `/seller-central/<host>/<path>`: the part of a request that Amazon's own server would see. */
export interface SellerCentralPlace {
  readonly host: string;
  readonly path: string;
}

const PREFIX = /^\/seller-central\/([^/]+)(\/.*)$/;

export function placeOf(pathname: string): SellerCentralPlace | null {
  const [, host, path] = PREFIX.exec(pathname) ?? [];
  if (host === undefined || path === undefined) return null;
  return regionOf(host) === null ? null : { host, path };
}

/** Null for a host that is no Seller Central; `amazon.<tld>` serves the way back of the Appstore too. */
export function regionOf(host: string): "NA" | "EU" | "FE" | null {
  const found = MARKETPLACES.find(({ sellerCentralHost, domain }) => host === sellerCentralHost || host === domain);
  return found?.region ?? null;
}

/** The accounts that could sign in on this Seller Central, by name. */
export function sellersOn({ state }: Sandbox, host: string): readonly StoreState[] {
  const region = regionOf(host);
  return [...state.stores.values()]
    .filter(({ store }) => store.region === region)
    .toSorted((a, b) => a.store.name.localeCompare(b.store.name));
}

export function sellerOn(sandbox: Sandbox, host: string, sellerId: string): StoreState | null {
  return sellersOn(sandbox, host).find(({ store }) => store.sellerId === sellerId) ?? null;
}
