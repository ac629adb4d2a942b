"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { counted } from "../number-words.ts";
import { useShell } from "../shell/shell-data.ts";

interface Limits {
  readonly storeIds: readonly string[] | null;
  readonly clientIds: readonly string[] | null;
}

/** "All stores", or the names of what somebody is limited to. */
export function useLimitWords(): (limits: Limits) => string {
  const api = useTRPC();
  const { here, stores } = useShell();
  const { data: clients = [] } = useQuery(
    api.client.list.queryOptions({ workspace: here.slug }, { enabled: here.kind === "agency" }),
  );
  const nameOf = new Map([...stores, ...clients].map(({ id, name }) => [id, name]));
  return ({ storeIds, clientIds }) => {
    if (storeIds === null && clientIds === null) return "All stores";
    const ids = [...(clientIds ?? []), ...(storeIds ?? [])];
    const known = ids.map((id) => nameOf.get(id)).filter((name) => name !== undefined);
    const unknown = ids.length - known.length;
    return [...known, ...(unknown > 0 ? [`${counted(unknown, "store")} elsewhere`] : [])].join(", ") || "No store";
  };
}
