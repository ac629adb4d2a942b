"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useAuditExport } from "../audit/use-audit-export.ts";
import { NO_FILTERS } from "../order/order-filters.ts";
import { useOrderExport } from "../order/use-order-export.ts";
import { sectionPath } from "../shell/paths.ts";
import { useShell } from "../shell/shell-data.ts";

const toWorkspaces = () => window.location.assign("/account/workspaces");

export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const leave = useMutation(api.workspace.leave.mutationOptions({ onSuccess: toWorkspaces }));
  return (
    <ConfirmDialog
      title={`Leave ${here.name}`}
      action="Leave"
      busy={leave.isPending || leave.isSuccess}
      error={leave.error?.message ?? null}
      onConfirm={() => leave.mutate({ workspace: here.slug })}
      onClose={onClose}
    >
      <p>Somebody has to invite you again if you want to come back.</p>
    </ConfirmDialog>
  );
}

/** Offers what one may want to keep before it names what goes. */
export function DeleteDialog({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const remove = useMutation(api.workspace.remove.mutationOptions({ onSuccess: toWorkspaces }));
  return (
    <ConfirmDialog
      title={`Delete ${here.name}`}
      action="Delete"
      typed={{ label: `Type ${here.name} to go on`, text: here.name }}
      busy={remove.isPending || remove.isSuccess}
      error={remove.error?.message ?? null}
      onConfirm={() => remove.mutate({ workspace: here.slug, typedName: here.name })}
      onClose={onClose}
    >
      <p>
        Sending stops now. In seven days its stores, orders, flows and people are erased for good; until then an owner
        can keep it, in their account under Workspaces.
      </p>
      <Exports />
    </ConfirmDialog>
  );
}

function Exports() {
  const { here } = useShell();
  const place = { workspace: here.slug, store: "all" };
  const orders = useOrderExport(place, NO_FILTERS);
  const audit = useAuditExport();
  return (
    <div role="group" aria-label="Export first" className="flex flex-col items-start gap-2">
      <p>Export first what you want to keep:</p>
      <div className="flex flex-wrap gap-2">
        <Button size="small" busy={orders.busy} onClick={() => void orders.run()}>
          Orders as CSV
        </Button>
        <Button size="small" busy={audit.busy} onClick={() => audit.save({ workspace: here.slug })}>
          Audit log as CSV
        </Button>
        <a href={`${sectionPath(place, "insights")}/proof`} className={buttonClass("secondary", "small")}>
          Every decision, on the page Proof
        </a>
      </div>
    </div>
  );
}
