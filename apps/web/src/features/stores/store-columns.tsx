"use client";

import type { ListColumn } from "../../ui/data-table.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { useMinute } from "../../ui/minute-ticker.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { MarketplaceBadge } from "../marketplace/marketplace.tsx";
import { storePath } from "../shell/paths.ts";
import { CapMeter } from "./cap-meter.tsx";
import { healthOf, type StoreDetails, zoneOf } from "./store-words.ts";

export function storeColumns(workspace: string): readonly ListColumn<StoreDetails>[] {
  return [
    {
      id: "name",
      header: "Store",
      width: "26%",
      cell: ({ id, name }) => (
        <IntentLink href={storePath(workspace, id)} className="font-medium hover:underline">
          {name}
        </IntentLink>
      ),
    },
    { id: "health", header: "State", width: "190px", cell: (store) => <HealthMark store={store} /> },
    { id: "places", header: "Marketplaces", width: "22%", from: "lg", cell: (store) => <Places store={store} /> },
    { id: "cap", header: "E-mails, 24 h", width: "150px", cell: ({ cap }) => <CapMeter {...cap} /> },
    { id: "sync", header: "Last sync", width: "110px", cell: (store) => <LastSync store={store} /> },
    {
      id: "until",
      header: "Authorised until",
      width: "130px",
      from: "xl",
      cell: (store) =>
        store.authorisedUntil === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <Time at={store.authorisedUntil.toString()} zone={zoneOf(store)} show="day" className="text-ink-2" />
        ),
    },
  ];
}

export function HealthMark({ store }: { store: StoreDetails }) {
  const now = useMinute();
  const { tone, shape, word } = healthOf(store, now ?? 0);
  return <StateMark tone={tone} shape={shape} word={word} />;
}

function Places({ store }: { store: StoreDetails }) {
  return (
    <span className="inline-flex gap-1">
      {store.marketplaces.map(({ marketplaceId }) => (
        <MarketplaceBadge key={marketplaceId} marketplaceId={marketplaceId} />
      ))}
    </span>
  );
}

function LastSync({ store }: { store: StoreDetails }) {
  if (store.lastSyncAt === null) return <span className="text-ink-3">not yet</span>;
  return <Time at={store.lastSyncAt.toString()} zone={zoneOf(store)} className="text-ink-2" />;
}

export function StoreCard({ store, workspace }: { store: StoreDetails; workspace: string }) {
  return (
    <IntentLink href={storePath(workspace, store.id)} className="flex flex-col gap-1.5 px-4 py-3">
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{store.name}</span>
        <Places store={store} />
      </span>
      <span className="flex items-center justify-between gap-2 text-small">
        <HealthMark store={store} />
        <LastSync store={store} />
      </span>
    </IntentLink>
  );
}
