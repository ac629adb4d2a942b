import { useState } from "react";
import { useTRPCClient } from "../../trpc/client.tsx";
import { needsFactor } from "../../trpc/step-up-link.ts";
import { toCsv } from "../export/csv.ts";
import { download } from "../export/download.ts";
import { counted } from "../number-words.ts";
import type { Place } from "../shell/paths.ts";
import type { OrderRow } from "./order-columns.tsx";
import { ORDER_CSV_HEADER, orderCsvRow } from "./order-csv.ts";
import { listInput, type OrderFilters } from "./order-filters.ts";

/** A file of more rows is a job for the server; this one says where it stopped. */
const MOST_PAGES = 100;

const FAILED = "The export did not finish: the connection was lost. Nothing was saved. Try again.";
const NO_FACTOR = "Nothing was saved: an export asks for your second factor.";

/** Saves what the filters show, page by page, as CSV. */
export function useOrderExport(place: Place, filters: OrderFilters) {
  const client = useTRPCClient();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const { toast } = await import("sonner");
    try {
      const { orders, whole } = await allPages((after) =>
        client.order.export.query(listInput(place, { ...filters, after, before: null })),
      );
      download(`orders-${place.workspace}.csv`, toCsv(ORDER_CSV_HEADER, orders.map(orderCsvRow)));
      toast(
        `${counted(orders.length, "order")} exported${whole ? "" : ", the newest ones; narrow the filters for the rest"}.`,
      );
    } catch (error) {
      toast(needsFactor(error) ? NO_FACTOR : FAILED);
    }
    setBusy(false);
  };
  return { run, busy };
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
