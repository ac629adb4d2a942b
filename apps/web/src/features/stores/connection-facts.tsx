import type { ReactNode } from "react";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Time } from "../../ui/time.tsx";
import { absoluteWords } from "../../ui/time-words.ts";
import { MarketplaceBadge } from "../marketplace/marketplace.tsx";
import { CapMeter } from "./cap-meter.tsx";
import { type StoreDetails, zoneOf } from "./store-words.ts";

export function ConnectionFacts({ store }: { store: StoreDetails }) {
  const zone = zoneOf(store);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 px-4 pt-2 pb-4 max-sm:grid-cols-1 max-sm:gap-y-0">
      <Fact name="Amazon account">
        <span className="inline-flex items-center gap-1 font-mono text-small">
          {store.sellerId}
          <CopyButton text={store.sellerId} what="account" />
        </span>
      </Fact>
      <Fact name="Marketplaces">
        <span className="inline-flex flex-wrap gap-1">
          {store.marketplaces.map(({ marketplaceId }) => (
            <MarketplaceBadge key={marketplaceId} marketplaceId={marketplaceId} />
          ))}
        </span>
      </Fact>
      <Fact name="Last sync">
        {store.lastSyncAt === null ? "not yet" : <Time at={store.lastSyncAt.toString()} zone={zone} />}
      </Fact>
      <Fact name="Authorised">
        {store.authorisedAt === null || store.authorisedUntil === null ? (
          "no"
        ) : (
          <>
            <Time at={store.authorisedAt.toString()} zone={zone} show="absolute" /> until{" "}
            {absoluteWords(store.authorisedUntil.epochMilliseconds, zone)}
          </>
        )}
      </Fact>
      <Fact name="Messages in 24 h">
        <CapMeter {...store.cap} />
      </Fact>
      <Fact name="Restriction">{restrictionWords(store, zone)}</Fact>
      {store.unreadable.length === 0 ? null : (
        <Fact name="Not readable">
          <ul>
            {store.unreadable.map(({ orderId, reason, at }) => (
              <li key={`${orderId} ${at}`}>
                <span className="font-mono text-small">{orderId ?? "an order without an id"}</span>: {reason}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

function restrictionWords({ restricted, restrictedUntil }: StoreDetails, zone: string): ReactNode {
  if (!restricted) return "none that Amazon told of";
  if (restrictedUntil === null) return "restricted by Amazon until somebody lifts it; e-mails wait";
  return (
    <>
      restricted by Amazon until <Time at={restrictedUntil.toString()} zone={zone} show="absolute" />; e-mails wait
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2 max-sm:pt-2 max-sm:text-small">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
