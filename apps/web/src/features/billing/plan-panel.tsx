"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { useShell } from "../shell/shell-data.ts";
import { type BillingOverview, standingSentence } from "./billing-words.ts";
import { CancelDialog } from "./cancel-dialog.tsx";
import { Fault } from "./plan-dialog.tsx";

/** Where the workspace stands, and what an owner can do about it. */
export function PlanPanel({ billing }: { billing: BillingOverview }) {
  const { here } = useShell();
  return (
    <Panel title="Plan">
      <div className="flex flex-col gap-3 px-4 pt-1 pb-4">
        <p>{standingSentence(billing)}</p>
        {here.role === "owner" ? (
          <Acts billing={billing} />
        ) : (
          <p className="text-small text-ink-2">An owner of the workspace can change the plan.</p>
        )}
      </div>
    </Panel>
  );
}

function Acts({ billing }: { billing: BillingOverview }) {
  const { here } = useShell();
  const [cancelling, setCancelling] = useState(false);
  const runs = billing.standing === "paid" || billing.standing === "grace" || billing.standing === "paused";
  const { portal, reactivate, keep } = useActs();
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {billing.hasBills ? (
          <Button busy={portal.busy} onClick={() => portal.mutate({ workspace: here.slug })}>
            Card, address and tax id
          </Button>
        ) : null}
        {runs && billing.cancelAt !== null ? (
          <Button
            variant="primary"
            busy={reactivate.isPending}
            onClick={() => reactivate.mutate({ workspace: here.slug })}
          >
            Keep the subscription
          </Button>
        ) : null}
        {runs && billing.next !== null ? (
          <Button
            busy={keep.isPending}
            onClick={() => keep.mutate({ workspace: here.slug, ...current(billing), at: null })}
          >
            Stay on the plan
          </Button>
        ) : null}
        {runs && billing.cancelAt === null ? (
          <Button variant="ghost" onClick={() => setCancelling(true)}>
            Cancel subscription
          </Button>
        ) : null}
      </div>
      <Fault error={portal.error ?? reactivate.error ?? keep.error} />
      {cancelling ? <CancelDialog billing={billing} onClose={() => setCancelling(false)} /> : null}
    </>
  );
}

type Current = { readonly plan: "starter" | "growth" | "scale" | "agency"; readonly interval: "month" | "year" };

function current({ plan, interval }: BillingOverview): Current {
  return { plan: plan === "free" ? "starter" : plan, interval };
}

function useActs() {
  const api = useTRPC();
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const again = () => queryClient.invalidateQueries(api.billing.pathFilter());
  const portal = useMutation(
    api.billing.portal.mutationOptions({
      onSuccess: ({ url }) => {
        setLeaving(true);
        window.location.assign(url);
      },
    }),
  );
  const reactivate = useMutation(api.billing.reactivate.mutationOptions({ onSuccess: again }));
  const keep = useMutation(api.billing.change.mutationOptions({ onSuccess: again }));
  return { portal: { ...portal, busy: portal.isPending || leaving }, reactivate, keep };
}
