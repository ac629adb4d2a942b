"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { Suspense, useEffect, useRef } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { useShell } from "../shell/shell-data.ts";
import { TablesSkeleton } from "./billing-skeleton.tsx";
import { InvoicePanel } from "./invoice-panel.tsx";
import { PlanPanel } from "./plan-panel.tsx";
import { PlanPicker } from "./plan-picker.tsx";
import { UsagePanel } from "./usage-panel.tsx";
import { UsageTables } from "./usage-tables.tsx";

export function BillingView() {
  const { here } = useShell();
  const api = useTRPC();
  const { data: billing } = useSuspenseQuery(api.billing.overview.queryOptions({ workspace: here.slug }));
  useReturnFromStripe();
  return (
    <>
      <PageHeader title="Billing" />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <PlanPanel billing={billing} />
        <UsagePanel billing={billing} />
      </div>
      <PlanPicker billing={billing} />
      <h2 className="pt-6 pb-3 text-section">What is counted</h2>
      <Suspense fallback={<TablesSkeleton />}>
        <UsageTables billing={billing} />
      </Suspense>
      {here.role === "owner" && billing.hasBills ? (
        <div className="pt-4">
          <InvoicePanel />
        </div>
      ) : null}
    </>
  );
}

const CHECKOUT = parseAsStringLiteral(["done", "left"] as const);

/** Whoever comes back from Stripe sees what was done there at once, however late its event is. */
function useReturnFromStripe(): void {
  const { here } = useShell();
  const api = useTRPC();
  const queryClient = useQueryClient();
  const [checkout, setCheckout] = useQueryState("checkout", CHECKOUT);
  const refresh = useMutation(
    api.billing.refresh.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(api.billing.pathFilter()),
    }),
  );
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || here.role !== "owner") return;
    asked.current = true;
    refresh.mutate({ workspace: here.slug });
    if (checkout !== null) void setCheckout(null);
  });
}
