"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { toCsv } from "../export/csv.ts";
import { download } from "../export/download.ts";
import { counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import type { OrderRow } from "./order-columns.tsx";
import { ORDER_CSV_HEADER, orderCsvRow } from "./order-csv.ts";
import { listInput, type OrderFilters } from "./order-filters.ts";

/** A file of more rows is a job for the server; this one says where it stopped. */
const MOST_PAGES = 100;

/** Saves what the filters show, page by page, as CSV. */
export function ExportButton({ filters }: { filters: OrderFilters }) {
  const place = usePlace();
  const fetchPage = useOrderPages();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const { toast } = await import("sonner");
    try {
      const { orders, whole } = await allPages((after) =>
        fetchPage(listInput(place, { ...filters, after, before: null })),
      );
      download(`orders-${place.workspace}.csv`, toCsv(ORDER_CSV_HEADER, orders.map(orderCsvRow)));
      toast(
        `${counted(orders.length, "order")} exported${whole ? "" : ", the newest ones; narrow the filters for the rest"}.`,
      );
    } catch {
      toast("The export did not finish: the connection was lost. Nothing was saved. Try again.");
    }
    setBusy(false);
  };
  return (
    <Button size="small" busy={busy} onClick={() => void run()}>
      <Download aria-hidden className="size-4" /> Export CSV
    </Button>
  );
}

function useOrderPages() {
  const api = useTRPC();
  const queryClient = useQueryClient();
  return (input: ReturnType<typeof listInput>) => queryClient.fetchQuery(api.order.list.queryOptions(input));
}

interface Page {
  readonly orders: readonly OrderRow[];
  readonly older: string | null;
}

async function allPages(fetchPage: (after: string | null) => Promise<Page>) {
  const orders: OrderRow[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { orders: more, older }: Page = await fetchPage(after);
    orders.push(...more);
    if (older === null) return { orders, whole: true };
    after = older;
  }
  return { orders, whole: false };
}
