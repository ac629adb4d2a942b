import type { Endpoint } from "@heed/amazon/agent";
import { exchangeCode } from "@heed/amazon/exchange-code";
import { createGateway } from "@heed/amazon/gateway";
import { memoryRateStore } from "@heed/amazon/memory-stores";
import { AppError } from "@heed/core/errors";
import { appstoreCallbackUrl, consentUrl } from "@heed/core/marketplace/consent";
import { marketplaceById, type Region } from "@heed/core/marketplace/marketplaces";
import type { WaitableClock } from "@heed/core/time";
import type { ConnectInput } from "@heed/db/commands/connect-store";

export const CALLBACK_PATH = "/oauth/amazon/callback";

export interface AmazonSettings {
  readonly applicationId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Not yet published: consent pages need `version=beta`. */
  readonly draft: boolean;
  /** Our own address; the redirect address is made of it and of nothing that a request says. */
  readonly ownUrl: string;
  readonly endpoint: Endpoint | null;
  /** Where the browser finds Seller Central: Amazon's own hosts, or a stand-in of them. */
  readonly sellerCentral: string | null;
  readonly clock: WaitableClock;
}

export interface Consent {
  readonly code: string;
  readonly region: Region;
  readonly sellerId: string;
}

/** What the web app does at Amazon: sends people there to consent, and takes what they bring back. */
export interface AmazonPort {
  consentUrl(marketplaceId: string, state: string): string;
  /** Null where the address is not Amazon's. */
  appstoreUrl(back: {
    readonly amazonCallbackUri: string;
    readonly amazonState: string;
    readonly state: string;
  }): string | null;
  /** Trades the code and reads where the seller sells. */
  accept(consent: Consent): Promise<Pick<ConnectInput, "tokens" | "marketplaces">>;
  /** A page of Seller Central as the browser finds it. */
  sellerCentralUrl(marketplaceId: string, path: string): string | null;
}

/** A person waits for the page. */
const TIMEOUT_MS = 15_000;
const PATIENCE_SECONDS = 10;

export function amazonPort(settings: AmazonSettings): AmazonPort {
  const { applicationId, draft, ownUrl } = settings;
  const redirectUri = new URL(CALLBACK_PATH, ownUrl).href;
  return {
    consentUrl(marketplaceId, state) {
      const marketplace = marketplaceById(marketplaceId);
      if (marketplace === null) throw new AppError("INVALID", "Amazon has no such marketplace.");
      return asFound(settings, consentUrl(marketplace, { applicationId, state, redirectUri, draft }));
    },
    appstoreUrl(back) {
      const url = appstoreCallbackUrl({ ...back, redirectUri, draft });
      return url === null ? null : asFound(settings, url);
    },
    sellerCentralUrl(marketplaceId, path) {
      const host = marketplaceById(marketplaceId)?.sellerCentralHost;
      return host === undefined ? null : asFound(settings, new URL(path, `https://${host}`).href);
    },
    accept: (consent) => accept(settings, redirectUri, consent),
  };
}

/** In a demo Seller Central is a part of the sandbox, under the name of the host that it stands for. */
function asFound({ sellerCentral }: AmazonSettings, address: string): string {
  if (sellerCentral === null) return address;
  const { host, pathname, search } = new URL(address);
  return new URL(`/seller-central/${host}${pathname}${search}`, sellerCentral).href;
}

async function accept(settings: AmazonSettings, redirectUri: string, { code, region, sellerId }: Consent) {
  const { clientId, clientSecret, clock } = settings;
  const credentials = { clientId, clientSecret };
  const endpoint = settings.endpoint ?? undefined;
  const tokens = await exchangeCode({
    credentials,
    code,
    redirectUri,
    now: clock.now(),
    endpoint,
    timeoutMs: TIMEOUT_MS,
  });
  const gateway = createGateway({
    credentials: { ...credentials, refreshToken: tokens.refreshToken },
    region,
    sellerId,
    storeId: sellerId,
    clock,
    tokens: { withToken: async () => tokens.accessToken },
    rates: memoryRateStore(),
    calls: { record: () => undefined },
    endpoint,
    timeoutMs: TIMEOUT_MS,
    patienceSeconds: PATIENCE_SECONDS,
  });
  return { tokens, marketplaces: await gateway.getMarketplaceParticipations() };
}
