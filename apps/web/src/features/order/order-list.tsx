"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTRPC } from "../../trpc/client.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Pager } from "../../ui/pager.tsx";
import { dayWords } from "../../ui/time-words.ts";
import { cappedCount, counted } from "../number-words.ts";
import { usePlace, useShell } from "../shell/shell-data.ts";
import { ExportButton } from "./export-button.tsx";
import { OrderCard } from "./order-card.tsx";
import { type OrderRow, orderColumns } from "./order-columns.tsx";
import { OrderListSkeleton } from "./order-list-skeleton.tsx";
import { OrderToolbar } from "./order-toolbar.tsx";
import { OrdersAbsent } from "./orders-absent.tsx";
import { useListKeys, useOpenOrder, useOrderPage } from "./use-order-list.ts";

const OrderPanel = dynamic(() => import("./order-panel.tsx").then((module) => module.OrderPanel));

const NO_ORDERS: readonly OrderRow[] = [];

export function OrderList() {
  const api = useTRPC();
  const place = usePlace();
  const { stores } = useShell();
  const queryClient = useQueryClient();
  const counts = useQuery(api.order.counts.queryOptions(place));
  const { filters, list, newer, older } = useOrderPage(place);
  const rows = list.data?.orders ?? NO_ORDERS;
  const { open, setOpen, step, position } = useOpenOrder(rows);
  useListKeys({ place, open, step, newer, older });
  if (list.isError) throw list.error;
  if (list.isPending) return <OrderListSkeleton />;
  return (
    <>
      <PageHeader title="Orders" {...(counts.data === undefined ? {} : { count: cappedCount(counts.data.all) })}>
        <ExportButton filters={filters} />
      </PageHeader>
      <OrderToolbar counts={counts.data} />
      {rows.length === 0 ? (
        <OrdersAbsent filters={filters} />
      ) : (
        <>
          <DataTable
            caption="Orders"
            columns={orderColumns(place, place.store === "all" && stores.length > 1)}
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
        <OrderPanel orderRef={open} position={position} onClose={() => void setOpen(null)} onStep={step} />
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
