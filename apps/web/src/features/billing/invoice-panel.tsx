"use client";

import { useMutation } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { useShell } from "../shell/shell-data.ts";
import { dayOf } from "./billing-words.ts";
import { Fault } from "./plan-dialog.tsx";
import { dollars } from "./price-words.ts";

type Page = Outputs["billing"]["invoices"];
type Invoice = Page["invoices"][number];

/** Shown when asked for: bills are for owners who have just confirmed who they are. */
export function InvoicePanel() {
  const { here } = useShell();
  const api = useTRPC();
  const [pages, setPages] = useState<readonly Page[]>([]);
  const load = useMutation(
    api.billing.invoices.mutationOptions({ onSuccess: (page) => setPages((known) => [...known, page]) }),
  );
  const older = pages.at(-1)?.older ?? null;
  const first = pages.length === 0;
  return (
    <Panel title="Invoices">
      <div className="flex flex-col gap-3 px-4 pt-1 pb-4">
        {first ? null : <InvoiceList invoices={pages.flatMap(({ invoices }) => invoices)} />}
        <Fault error={load.error} />
        {first || older !== null ? (
          <Button
            className="self-start"
            busy={load.isPending}
            onClick={() => load.mutate({ workspace: here.slug, after: older })}
          >
            {first ? "Show invoices" : "Show older ones"}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}

const TONES: Readonly<Record<Invoice["status"], BadgeTone>> = {
  open: "waiting",
  paid: "reached",
  void: "neutral",
  uncollectible: "refused",
};

const WORDS: Readonly<Record<Invoice["status"], string>> = {
  open: "Open",
  paid: "Paid",
  void: "Void",
  uncollectible: "Written off",
};

function InvoiceList({ invoices }: { invoices: readonly Invoice[] }) {
  if (invoices.length === 0) return <p className="text-ink-2">There are no invoices yet.</p>;
  return (
    <ul>
      {invoices.map(({ id, number, at, totalMinor, status, url, pdf }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-hairline py-2 last:border-b-0"
        >
          <span className="w-28 tabular-nums">{dayOf(at)}</span>
          <span className="flex-1 font-mono text-small">{number ?? ""}</span>
          <span className="tabular-nums">{dollars(totalMinor)}</span>
          <Badge tone={TONES[status]}>{WORDS[status]}</Badge>
          <Outside href={url}>View</Outside>
          <Outside href={pdf}>PDF</Outside>
        </li>
      ))}
    </ul>
  );
}

function Outside({ href, children }: { href: string | null; children: string }) {
  if (href === null) return null;
  return (
    <a
      href={href}
      rel="noreferrer"
      target="_blank"
      className="inline-flex items-center gap-1 rounded-badge text-small text-accent underline underline-offset-2"
    >
      {children} <ExternalLink aria-label="opens in a new tab" className="size-3" />
    </a>
  );
}
