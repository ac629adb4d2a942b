"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { MarketplaceBadge } from "../marketplace/marketplace.tsx";
import { sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { criticalQuery } from "./critical-filters.ts";

const SHOWN = 6;

/** The order to write about, by Amazon's id or its beginning; without one, the newest orders. */
export function OrderFinder() {
  const api = useTRPC();
  const place = usePlace();
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const { data, isError } = useQuery(api.order.list.queryOptions({ ...place, ...(q === "" ? {} : { q }) }));
  return (
    <div className="flex flex-col gap-3 p-4">
      <TextField
        label="Order"
        name="order"
        mono
        placeholder="111-1111111-1111111"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        hint="Amazon’s order id, or the beginning of it."
      />
      {isError ? <p role="alert">The orders could not be loaded. Try again in a moment.</p> : null}
      {data === undefined && !isError ? <FinderSkeleton /> : null}
      {data?.orders.length === 0 ? <p className="text-ink-2">No order here has this id.</p> : null}
      <ul className="divide-y divide-hairline" aria-label="Orders">
        {data?.orders.slice(0, SHOWN).map((row) => (
          <li key={row.ref}>
            <IntentLink
              href={criticalQuery(sectionPath(place, "critical"), { order: row.ref })}
              className="focus-inset flex min-h-10 flex-wrap items-center gap-x-3 py-1.5 hover:bg-hover"
            >
              <span className="font-mono text-small tabular-nums">{row.orderId}</span>
              <MarketplaceBadge marketplaceId={row.marketplaceId} />
              <span className="text-small text-ink-2">{row.storeName}</span>
            </IntentLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function FinderSkeleton() {
  return (
    <Loading what="orders" className="flex flex-col gap-2">
      <Skeleton className="h-9 w-full" />
      <Skeleton className="h-9 w-full" />
      <Skeleton className="h-9 w-full" />
    </Loading>
  );
}
