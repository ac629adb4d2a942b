"use client";

import { atLeast } from "@heed/core/tenant/role";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { useMinute } from "../../ui/minute-ticker.ts";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { AbsentPage } from "../account/absent-page.tsx";
import { useShell } from "../shell/shell-data.ts";
import { AddressPanel } from "./address-panel.tsx";
import { BackFillPanel } from "./back-fill-panel.tsx";
import { ConnectionFacts } from "./connection-facts.tsx";
import { DailyCapPanel } from "./daily-cap-panel.tsx";
import { DisconnectPanel } from "./disconnect-panel.tsx";
import { EmailLanePanel } from "./email-lane-panel.tsx";
import { MovingInPanel } from "./moving-in-panel.tsx";
import { OwnDomainPanel } from "./own-domain-panel.tsx";
import { ProbePanel } from "./probe-panel.tsx";
import { RestrictionPanel } from "./restriction-panel.tsx";
import { SenderHealthPanel } from "./sender-health-panel.tsx";
import { ServiceAddressPanel } from "./service-address-panel.tsx";
import { StoreActions } from "./store-actions.tsx";
import { HealthMark } from "./store-columns.tsx";
import { healthOf, type StoreDetails } from "./store-words.ts";

function StoreSettings({ store }: { store: StoreDetails }) {
  return (
    <>
      <ServiceAddressPanel key={store.serviceAddress} store={store} />
      <OwnDomainPanel store={store} />
      <EmailLanePanel store={store} />
      <DailyCapPanel key={`cap-${store.ownDailyCap}`} store={store} />
      <ProbePanel key={String(store.probeAfterDays)} store={store} />
      <MovingInPanel store={store} />
      {store.authorisation === "active" ? <BackFillPanel store={store} /> : null}
      <DisconnectPanel store={store} />
    </>
  );
}

export function StoreView({ id }: { id: string }) {
  const api = useTRPC();
  const { here } = useShell();
  const now = useMinute();
  const admin = atLeast(here.role, "admin");
  const { data: stores } = useSuspenseQuery(api.store.details.queryOptions({ workspace: here.slug }));
  const store = stores.find((candidate) => candidate.id === id);
  if (store === undefined) return <AbsentPage />;
  return (
    <div className="mx-auto flex max-w-reading flex-col gap-4">
      <PageHeader title={store.name}>{admin ? <StoreActions store={store} /> : null}</PageHeader>
      <p className="-mt-4 flex flex-wrap items-center gap-x-3 gap-y-1">
        <HealthMark store={store} />
        <span className="text-ink-2">{healthOf(store, now ?? 0).text}</span>
      </p>
      <Panel title="Connection">
        <ConnectionFacts store={store} />
      </Panel>
      {admin && store.restricted ? <RestrictionPanel store={store} /> : null}
      <AddressPanel store={store} kind="notice" />
      <AddressPanel store={store} kind="sender" />
      <SenderHealthPanel store={store} admin={admin} />
      {admin ? <StoreSettings store={store} /> : null}
    </div>
  );
}
