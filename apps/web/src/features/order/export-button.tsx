"use client";

import { Download } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { usePlace } from "../shell/shell-data.ts";
import type { OrderFilters } from "./order-filters.ts";
import { useOrderExport } from "./use-order-export.ts";

export function ExportButton({ filters }: { filters: OrderFilters }) {
  const { run, busy } = useOrderExport(usePlace(), filters);
  return (
    <Button size="small" busy={busy} onClick={() => void run()}>
      <Download aria-hidden className="size-4" /> Export CSV
    </Button>
  );
}
