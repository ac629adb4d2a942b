"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Download, Printer } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toCsv } from "../export/csv.ts";
import { download } from "../export/download.ts";
import { counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { PROOF_HEADER, type ProofLine, proofRow } from "./proof-csv.ts";
import { ProofTable } from "./proof-table.tsx";

/** More pages than this are a matter for several periods. */
const MOST_PAGES = 100;
const DAY_MS = 86_400_000;
const QUARTER = 91;
/** An order is shown from its first decision on, however long ago that was. */
const ORDER_DAYS = 3650;

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

/** The ledger of an order or a period: to print, or as CSV. */
export function ProofView() {
  const { workspace } = usePlace();
  const [filters, setFilters] = useQueryStates({
    order: parseAsString,
    from: parseAsString.withDefault(""),
    to: parseAsString.withDefault(""),
  });
  const from = filters.from === "" ? daysAgo(filters.order === null ? QUARTER : ORDER_DAYS) : filters.from;
  const to = filters.to === "" ? daysAgo(0) : filters.to;
  const { load, lines, busy, error } = useProof({ orderRef: filters.order, from, to });
  return (
    <>
      <div className="print:hidden">
        <PageHeader title="Proof">
          <Button size="small" disabled={lines === null} onClick={() => window.print()}>
            <Printer aria-hidden className="size-4" /> Print
          </Button>
          <Button
            size="small"
            disabled={lines === null}
            onClick={() => download(`proof-${workspace}.csv`, toCsv(PROOF_HEADER, (lines ?? []).map(proofRow)))}
          >
            <Download aria-hidden className="size-4" /> Export CSV
          </Button>
        </PageHeader>
        <p className="max-w-reading pb-4 text-ink-2">
          Every decision about messages, with the rule, its version and the facts it saw, for an appeal to Amazon. It
          asks for your second factor, as it leaves the house.
        </p>
        <div className="flex flex-wrap items-end gap-3 pb-5">
          <TextField
            label="From"
            name="from"
            type="date"
            value={from}
            onChange={(event) => void setFilters({ from: event.target.value })}
          />
          <TextField
            label="To"
            name="to"
            type="date"
            value={to}
            onChange={(event) => void setFilters({ to: event.target.value })}
          />
          <Button variant="primary" size="large" busy={busy} onClick={() => void load()}>
            Show the ledger
          </Button>
        </div>
        {filters.order === null ? null : <p className="pb-3 text-small text-ink-3">Of one order only.</p>}
        {error === null ? null : (
          <p role="alert" className="pb-3 text-refused">
            {error}
          </p>
        )}
      </div>
      {lines === null ? null : (
        <>
          <p role="status" className="pb-2 text-small text-ink-2">
            {counted(lines.length, "decision")}, {from} to {to} (UTC).
          </p>
          <ProofTable lines={lines} />
        </>
      )}
    </>
  );
}

interface Wanted {
  readonly orderRef: string | null;
  readonly from: string;
  readonly to: string;
}

function useProof(wanted: Wanted) {
  const api = useTRPC();
  const place = usePlace();
  const queryClient = useQueryClient();
  const [lines, setLines] = useState<readonly ProofLine[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const load = async () => {
    setBusy(true);
    setError(null);
    try {
      const all: ProofLine[] = [];
      let after: string | null = null;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const answer: { lines: ProofLine[]; next: string | null } = await queryClient.fetchQuery(
          api.proof.lines.queryOptions({ ...place, ...wanted, after }),
        );
        all.push(...answer.lines);
        after = answer.next;
        if (after === null) break;
      }
      setLines(all);
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : "The ledger could not be loaded. Try again.");
    }
    setBusy(false);
  };
  return { load, lines, busy, error };
}
