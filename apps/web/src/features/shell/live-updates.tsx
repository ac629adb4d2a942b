"use client";

import type { Topic } from "@heed/core/events";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";

/** How often pages ask again while the stream cannot be held. */
const POLL_MS = 15_000;

/** Keeps open pages fresh: a topic that changed makes its queries load again. Draws nothing. */
export function LiveUpdates({ workspace }: { workspace: string }) {
  const api = useTRPC();
  const queryClient = useQueryClient();
  const [broken, setBroken] = useState(false);
  const refresh = (topic: Topic) => {
    for (const filter of filtersOf(api, topic)) void queryClient.invalidateQueries(filter);
  };
  useSubscription(
    api.live.changes.subscriptionOptions(
      { workspace },
      {
        onData: refresh,
        onStarted: () => setBroken(false),
        onError: (error) => (isShutOut(error) ? window.location.reload() : setBroken(true)),
      },
    ),
  );
  useEffect(() => {
    if (!broken) return;
    const timer = setInterval(() => void queryClient.invalidateQueries(), POLL_MS);
    return () => clearInterval(timer);
  }, [broken, queryClient]);
  return null;
}

/** The right to look was taken away: the page is loaded again, and is what it is for strangers. */
const isShutOut = ({ data }: { readonly data?: { readonly code?: string } | null | undefined }): boolean =>
  data?.code === "NOT_FOUND" || data?.code === "UNAUTHORIZED" || data?.code === "FORBIDDEN";

type Api = ReturnType<typeof useTRPC>;

function filtersOf(api: Api, topic: Topic) {
  const orders = [api.order.pathFilter(), api.overview.pathFilter(), api.critical.pathFilter()];
  const optOuts = [api.optOut.pathFilter(), api.notice.pathFilter()];
  const stores = [api.store.pathFilter(), api.system.pathFilter()];
  const flows = [api.flow, api.template, api.experiment, api.brake].map((router) => router.pathFilter());
  if (topic === "flows") return flows;
  if (topic === "billing") return [api.billing.pathFilter()];
  if (topic === "stores") return stores;
  if (topic === "access") return [{}];
  const rates = api.insight.firstEmails.pathFilter();
  if (topic === "notices") return [...orders, ...optOuts, ...stores, rates];
  return [...orders, ...stores, rates];
}
