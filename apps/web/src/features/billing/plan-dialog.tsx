"use client";

import { type Interval, type PaidPlanId, PLANS } from "@heed/core/billing/plans";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useShell } from "../shell/shell-data.ts";
import { type BillingOverview, dayOf, planName } from "./billing-words.ts";
import { dollars, per, roomFor } from "./price-words.ts";

interface PlanDialogProps {
  readonly billing: BillingOverview;
  readonly plan: PaidPlanId;
  readonly interval: Interval;
  readonly onClose: () => void;
}

const RUNS = new Set(["paid", "grace", "paused"]);

export function PlanDialog(props: PlanDialogProps) {
  const { billing, plan, onClose } = props;
  return (
    <Dialog open onClose={onClose} title={`Change to ${planName(plan)}`} className="max-w-120">
      <div className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        {RUNS.has(billing.standing) ? <Change {...props} /> : <Subscribe {...props} />}
      </div>
    </Dialog>
  );
}

function Subscribe({ plan, interval, onClose }: PlanDialogProps) {
  const { here } = useShell();
  const api = useTRPC();
  const queryClient = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const subscribe = useMutation(
    api.billing.subscribe.mutationOptions({
      onSuccess: ({ url }) => {
        if (url === null) {
          onClose();
          return queryClient.invalidateQueries(api.billing.pathFilter());
        }
        setLeaving(true);
        window.location.assign(url);
        return undefined;
      },
    }),
  );
  const amount = PLANS[plan].price?.[interval] ?? 0;
  return (
    <>
      <p>
        {dollars(amount)} {per(interval)}, plus tax where it applies. Stripe asks for the card, your address, a tax id
        and a promotion code on its own page, and brings you back here.
      </p>
      <Fault error={subscribe.error} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Not now</Button>
        <Button
          variant="primary"
          busy={subscribe.isPending || leaving}
          onClick={() => subscribe.mutate({ workspace: here.slug, plan, interval })}
        >
          Go on to Stripe
        </Button>
      </div>
    </>
  );
}

function Change({ billing, plan, interval, onClose }: PlanDialogProps) {
  const { here } = useShell();
  const api = useTRPC();
  const queryClient = useQueryClient();
  const wanted = { workspace: here.slug, plan, interval };
  const preview = useMutation(api.billing.preview.mutationOptions());
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    preview.mutate(wanted);
  });
  const change = useMutation(
    api.billing.change.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(api.billing.pathFilter());
        onClose();
        const { toast } = await import("sonner");
        toast(`The plan is changed to ${planName(plan)}.`);
      },
    }),
  );
  const found = preview.data;
  return (
    <>
      {found === undefined ? (
        <p role="status" className="text-ink-2">
          {preview.error === null ? "Asking Stripe for the exact amount." : ""}
        </p>
      ) : (
        <Told found={found} billing={billing} plan={plan} />
      )}
      <Fault error={preview.error ?? change.error} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Keep {planName(billing.plan)}</Button>
        <Button
          variant="primary"
          disabled={found === undefined}
          busy={change.isPending}
          onClick={() => change.mutate({ ...wanted, at: found?.kind === "now" ? found.at : null })}
        >
          {found?.kind === "now" ? `Pay ${dollars(found.dueMinor)} and change` : "Change"}
        </Button>
      </div>
    </>
  );
}

type Found =
  | { readonly kind: "none" }
  | { readonly kind: "next_period" }
  | {
      readonly kind: "now";
      readonly dueMinor: number;
      readonly lines: readonly { readonly text: string; readonly amountMinor: number }[];
    };

function Told({ found, billing, plan }: { found: Found; billing: BillingOverview; plan: PaidPlanId }) {
  if (found.kind === "none") return <p>This is the plan that you have. A change that was planned for later is off.</p>;
  if (found.kind === "next_period") return <Smaller billing={billing} plan={plan} />;
  return (
    <>
      <p>The larger plan begins when the payment goes through; its messages count from the start of this period.</p>
      <table className="w-full text-small">
        <caption className="sr-only">What is charged now</caption>
        <tbody>
          {found.lines.map(({ text, amountMinor }) => (
            <tr key={text} className="border-b border-hairline">
              <th scope="row" className="py-1.5 text-left font-normal">
                {text}
              </th>
              <td className="py-1.5 text-right tabular-nums">{dollars(amountMinor)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="py-1.5 text-left font-medium">
              Charged now
            </th>
            <td className="py-1.5 text-right font-medium tabular-nums">{dollars(found.dueMinor)}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

/** What the smaller plan no longer has. */
function Smaller({ billing, plan }: { billing: BillingOverview; plan: PaidPlanId }) {
  const [now, then] = [PLANS[billing.plan], PLANS[plan]];
  const lost = [
    ...(then.stores !== null && then.stores !== now.stores ? [roomFor(then.stores, "store", "stores")] : []),
    ...(then.members !== null && then.members !== now.members ? [roomFor(then.members, "person", "people")] : []),
    ...(now.experiments && !then.experiments ? ["no experiments"] : []),
    ...(now.clientLabels && !then.clientLabels ? ["no invoicing labels on new bills"] : []),
  ];
  return (
    <>
      <p>
        It begins on {dayOf(billing.period.end)}; until then nothing changes and nothing is charged. What you have
        stays, but nothing can be added beyond it.
      </p>
      {lost.length === 0 ? null : <p className="text-small text-ink-2">Then: {lost.join(", ")}.</p>}
    </>
  );
}

export function Fault({ error }: { error: { readonly message: string } | null }) {
  return error === null ? null : (
    <p role="alert" className="text-small text-refused">
      {error.message}
    </p>
  );
}
