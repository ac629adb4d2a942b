import type { Outputs } from "../../server/routers/app.ts";
import type { Shape, Tone } from "../../ui/state-mark.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";

export type StoreDetails = Outputs["store"]["details"][number];
export type StoreAddress = StoreDetails["addresses"][number];

export interface Look {
  readonly tone: Tone;
  readonly shape: Shape;
  readonly word: string;
}

export interface Health extends Look {
  /** What it means for orders, and what to do. */
  readonly text: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_DAYS = 30;

/** The worst thing about a store comes first. */
export function healthOf(store: StoreDetails, now: number): Health {
  if (store.authorisation === "disconnected")
    return look(
      "rule",
      "slash",
      "Disconnected",
      "No order comes in and no message goes out. Its data is kept for 30 days.",
    );
  if (store.authorisation === "revoked")
    return look(
      "refused",
      "square",
      "Authorise again",
      "Amazon no longer lets Heed act for this store. Nothing goes out.",
    );
  if (store.lastError !== null)
    return look("waiting", "ring", "Sync in trouble", "The last look at Amazon failed; it is tried again by itself.");
  if (store.authorisedUntil !== null && store.authorisedUntil.epochMilliseconds - now < SOON_DAYS * DAY_MS)
    return look("waiting", "ring", "Authorise again soon", "Amazon's permission lasts a year and ends soon.");
  if (store.paused) return look("waiting", "ring", "Paused", "Everything that is due waits until the store goes on.");
  if (store.restricted)
    return look("waiting", "ring", "Restricted by Amazon", "E-mails wait; review requests go by Amazon's own request.");
  if (store.dryRun)
    return look("accent", "dash", "Dry run", "Everything is decided and written down, and nothing goes out.");
  if (store.lastSyncAt === null)
    return look("waiting", "dash", "First sync", "Orders of the last 60 days are coming in.");
  return look("reached", "disc", "Connected", "Orders come in and messages go out.");
}

const look = (...[tone, shape, word, text]: [Tone, Shape, string, string]): Health => ({ tone, shape, word, text });

export const ADDRESS_LOOKS: Readonly<Record<StoreAddress["state"], Look>> = {
  not_proven: { tone: "rule", shape: "dash", word: "Not proven" },
  receiving: { tone: "waiting", shape: "ring", word: "Receiving" },
  proven: { tone: "reached", shape: "disc", word: "Proven" },
};

export const ADDRESS_TEXTS: Readonly<Record<StoreAddress["kind"], Readonly<Record<StoreAddress["state"], string>>>> = {
  notice: {
    not_proven: "No mail has come here yet. Send a test to see that the address works.",
    receiving: "Our own test arrived. Whether Amazon knows the address shows with its first notice.",
    proven: "A mail that Amazon signed has come here.",
  },
  sender: {
    not_proven: "No mail has come here yet. Amazon's rejections will: send a test first.",
    receiving: "Our own test arrived. Whether Amazon lets it send shows with the first e-mail, which goes alone.",
    proven: "Amazon took the first e-mail and sent no rejection.",
  },
};

/** In the zone of the store's first marketplace. */
export const zoneOf = ({ marketplaces }: Pick<StoreDetails, "marketplaces">): string =>
  marketplaces[0] === undefined ? "UTC" : marketplaceLook(marketplaces[0].marketplaceId).zone;
