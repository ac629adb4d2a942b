"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useQueryState, useQueryStates } from "nuqs";
import { useTRPC } from "../../trpc/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import { dayWords } from "../../ui/time-words.ts";
import { cappedCount, counted } from "../number-words.ts";
import { orderPath, sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { OrderCard } from "./order-card.tsx";
import { type OrderRow, orderColumns } from "./order-columns.tsx";
import { listInput, OPEN_ORDER, ORDER_FILTERS, orderQuery } from "./order-filters.ts";
import { OrderListSkeleton } from "./order-list-skeleton.tsx";
import { OrderToolbar } from "./order-toolbar.tsx";
import { OrdersAbsent } from "./orders-absent.tsx";

const OrderPanel = dynamic(() => import("./order-panel.tsx").then((module) => module.OrderPanel));

const NO_ORDERS: readonly OrderRow[] = [];

export function OrderList() {
  const api = useTRPC();
  const place = usePlace();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [filters] = useQueryStates(ORDER_FILTERS, { history: "push" });
  const [open, setOpen] = useQueryState("order", OPEN_ORDER.withOptions({ history: "push" }));
  const list = useQuery({
    ...api.order.list.queryOptions(listInput(place, filters)),
    placeholderData: keepPreviousData,
  });
  const counts = useQuery(api.order.counts.queryOptions(place));
  const rows = list.data?.orders ?? NO_ORDERS;
  const at = rows.findIndex(({ ref }) => ref === open);
  const step = (by: number) => {
    const row = rows[at + by];
    if (row !== undefined) void setOpen(row.ref);
  };
  const page = sectionPath(place, "orders");
  const pageHref = (cursor: { after: string | null } | { before: string | null }) =>
    orderQuery(page, { ...filters, after: null, before: null, ...cursor });
  const newer = list.data?.newer ? pageHref({ before: list.data.newer }) : null;
  const older = list.data?.older ? pageHref({ after: list.data.older }) : null;
  useShortcuts({
    nextRow: () => step(1),
    previousRow: () => step(-1),
    openFull: () => (open === null ? undefined : router.push(orderPath(place, open))),
    olderPage: () => (older === null ? undefined : router.push(older)),
    newerPage: () => (newer === null ? undefined : router.push(newer)),
  });
  if (list.isError) throw list.error;
  if (list.isPending) return <OrderListSkeleton />;
  return (
    <>
      <PageHeader title="Orders" {...(counts.data === undefined ? {} : { count: cappedCount(counts.data.all) })} />
      <OrderToolbar counts={counts.data} />
      {rows.length === 0 ? (
        <OrdersAbsent filters={filters} />
      ) : (
        <>
          <DataTable
            caption="Orders"
            columns={orderColumns(place)}
            rows={rows}
            rowKey={(row) => row.ref}
            selectedKey={open}
            busy={list.isPlaceholderData}
            onOpen={(row) => void setOpen(row.ref)}
            onNear={(row) => void queryClient.prefetchQuery(api.order.get.queryOptions({ ...place, ref: row.ref }))}
            card={(row) => <OrderCard row={row} place={place} />}
          />
          <Pager newer={newer} older={older} range={rangeWords(rows)} />
        </>
      )}
      {open === null ? null : (
        <OrderPanel
          orderRef={open}
          position={at === -1 ? null : { at, of: rows.length }}
          onClose={() => void setOpen(null)}
          onStep={step}
        />
      )}
    </>
  );
}

/** "50 orders, 12 Nov to 3 Nov" */
function rangeWords(rows: readonly OrderRow[]): string {
  const first = rows.at(0);
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return "";
  const day = (row: OrderRow) => dayWords(row.purchasedAt.epochMilliseconds, "UTC");
  return `${counted(rows.length, "order")}, ${day(first)} to ${day(last)}`;
}
