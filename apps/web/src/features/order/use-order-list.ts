"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useQueryState, useQueryStates } from "nuqs";
import { useTRPC } from "../../trpc/client.tsx";
import { orderPath, type Place, sectionPath } from "../shell/paths.ts";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import type { OrderRow } from "./order-columns.tsx";
import { listInput, OPEN_ORDER, ORDER_FILTERS, type OrderFilters, orderQuery } from "./order-filters.ts";

/** The page of orders that the address asks for, and the addresses of the pages beside it. */
export function useOrderPage(place: Place) {
  const api = useTRPC();
  const [filters] = useQueryStates(ORDER_FILTERS, { history: "push" });
  const list = useQuery({
    ...api.order.list.queryOptions(listInput(place, filters)),
    placeholderData: keepPreviousData,
  });
  return { filters, list, ...pageLinks({ place, filters, page: list.data }) };
}

interface PageLinksInput {
  readonly place: Place;
  readonly filters: OrderFilters;
  readonly page: { readonly newer: string | null; readonly older: string | null } | undefined;
}

function pageLinks({ place, filters, page }: PageLinksInput): { newer: string | null; older: string | null } {
  const href = (cursor: { after: string } | { before: string }) =>
    orderQuery(sectionPath(place, "orders"), { ...filters, after: null, before: null, ...cursor });
  return {
    newer: page?.newer ? href({ before: page.newer }) : null,
    older: page?.older ? href({ after: page.older }) : null,
  };
}

/** Which order's panel is open; `step` goes to the rows beside it. */
export function useOpenOrder(rows: readonly OrderRow[]) {
  const [open, setOpen] = useQueryState("order", OPEN_ORDER.withOptions({ history: "push" }));
  const at = rows.findIndex(({ ref }) => ref === open);
  const step = (by: number) => {
    const row = rows[at + by];
    if (row !== undefined) void setOpen(row.ref);
  };
  return { open, setOpen, step, position: at === -1 ? null : { at, of: rows.length } };
}

interface ListKeys {
  readonly place: Place;
  readonly open: string | null;
  readonly step: (by: number) => void;
  readonly newer: string | null;
  readonly older: string | null;
}

export function useListKeys({ place, open, step, newer, older }: ListKeys): void {
  const router = useRouter();
  const go = (href: string | null) => {
    if (href !== null) router.push(href);
  };
  useShortcuts({
    nextRow: () => step(1),
    previousRow: () => step(-1),
    openFull: () => go(open === null ? null : orderPath(place, open)),
    olderPage: () => go(older),
    newerPage: () => go(newer),
  });
}
