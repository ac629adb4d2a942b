"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { usePlace, useShell } from "../shell/shell-data.ts";

/** What a brake holds: one store, the stores of a client, or the workspace with stores that come later. */
export interface BrakeScope {
  readonly value: string;
  readonly label: string;
  readonly store: string;
  readonly clientId: string | null;
}

/** The choices of this place, the nearest first; clients are an agency's. */
export function useBrakeScopes(): readonly [BrakeScope, ...BrakeScope[]] {
  const api = useTRPC();
  const place = usePlace();
  const { here, stores } = useShell();
  const { data: clients } = useQuery(
    api.client.list.queryOptions({ workspace: here.slug }, { enabled: here.kind === "agency" }),
  );
  const store = stores.find(({ id }) => id === place.store);
  const all = { value: "all", label: "All stores of the workspace", store: "all", clientId: null };
  const ofClients = (clients ?? []).map(({ id, name }) => {
    return { value: id, label: `All stores of ${name}`, store: "all", clientId: id };
  });
  if (store === undefined) return [all, ...ofClients];
  return [{ value: store.id, label: store.name, store: store.id, clientId: null }, all, ...ofClients];
}
