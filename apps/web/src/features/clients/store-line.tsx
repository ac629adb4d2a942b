"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { useShell } from "../shell/shell-data.ts";
import { useAfterTeamChange } from "../team/use-team-mutation.ts";

interface StoreLineProps {
  readonly store: {
    readonly id: string;
    readonly name: string;
    readonly region: string;
    readonly workspace: { readonly id: string; readonly slug: string; readonly name: string };
  };
  readonly clientId: string | null;
}

/** A store with the client that it belongs to. */
export function StoreLine({ store, clientId }: StoreLineProps) {
  const api = useTRPC();
  const { here } = useShell();
  const { data: clients } = useSuspenseQuery(api.client.list.queryOptions({ workspace: here.slug }));
  const place = useMutation(api.client.placeStore.mutationOptions(useAfterTeamChange("Moved.")));
  const manages = here.role === "owner" || here.role === "admin";
  const move = (to: string) =>
    place.mutate({
      workspace: here.slug,
      storeId: store.id,
      storeTenantId: store.workspace.id,
      clientId: to === "" ? null : to,
    });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline px-4 py-2.5">
      <a
        href={`/w/${store.workspace.slug}/s/${store.id}/overview`}
        className="min-w-0 flex-1 basis-48 truncate hover:underline"
      >
        {store.name} <span className="text-small text-ink-3">{store.region}</span>
      </a>
      <span className="truncate text-small text-ink-2">{store.workspace.name}</span>
      {manages ? (
        <select
          aria-label={`Client of ${store.name}`}
          value={clientId ?? ""}
          disabled={place.isPending}
          onChange={(event) => move(event.target.value)}
          className="h-8 max-w-48 rounded-box border border-control bg-surface px-2 text-small max-sm:h-11"
        >
          <option value="">No client</option>
          {clients.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
    </li>
  );
}
