"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useState } from "react";
import type { Topic } from "../../server/realtime/live-hub.ts";
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
        onError: () => setBroken(true),
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

type Api = ReturnType<typeof useTRPC>;

function filtersOf(api: Api, topic: Topic) {
  const orders = [api.order.pathFilter(), api.overview.pathFilter(), api.critical.pathFilter()];
  const optOuts = [api.optOut.pathFilter()];
  const stores = [api.store.pathFilter(), api.system.pathFilter()];
  if (topic === "stores") return stores;
  if (topic === "notices") return [...orders, ...optOuts, ...stores];
  return [...orders, ...stores];
}
