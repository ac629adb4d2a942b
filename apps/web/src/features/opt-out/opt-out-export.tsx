"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { say } from "../../ui/say.ts";
import { toCsv } from "../export/csv.ts";
import { download } from "../export/download.ts";
import { counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { pageInput } from "./opt-out-filters.ts";

type Row = Outputs["optOut"]["list"]["optOuts"][number];

const HEADER = ["refused_at", "store", "buyer", "reason", "order", "verification", "lifted_at"];
const MOST_PAGES = 200;

/** Saves the buyers who are not written to, with their evidence, as CSV. */
export function OptOutExport() {
  const api = useTRPC();
  const place = usePlace();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const rows: Row[] = [];
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const input = pageInput(place, { after, before: null });
        const { optOuts, older }: Outputs["optOut"]["list"] = await queryClient.fetchQuery(
          api.optOut.list.queryOptions(input),
        );
        rows.push(...optOuts);
        after = older;
        if (after === null) break;
      }
      download(`opt-outs-${place.workspace}.csv`, toCsv(HEADER, rows.map(csvRow)));
      await say(`${counted(rows.length, "buyer")} exported${after === null ? "" : ", the newest ones"}.`);
    } catch {
      await say("The export did not finish: the connection was lost. Nothing was saved. Try again.");
    }
    setBusy(false);
  };
  return (
    <Button size="small" busy={busy} onClick={() => void run()}>
      <Download aria-hidden className="size-4" /> Export CSV
    </Button>
  );
}

function csvRow({ at, storeName, masked, reason, order, notice, liftedAt }: Row): string[] {
  const verification = notice?.verification ?? "";
  return [at.toString(), storeName, masked, reason, order?.orderId ?? "", verification, liftedAt?.toString() ?? ""];
}
