"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useShell } from "../shell/shell-data.ts";
import { useAfterTeamChange } from "../team/use-team-mutation.ts";

interface LeaveGrantProps {
  readonly grantId: string;
  /** The workspace that let this agency in. */
  readonly name: string;
}

/** Gives the access to a client's workspace back. */
export function LeaveGrant({ grantId, name }: LeaveGrantProps) {
  const api = useTRPC();
  const { here } = useShell();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const leave = useMutation(api.grant.leave.mutationOptions(useAfterTeamChange("Access given back.", close)));
  return (
    <>
      <Button size="small" aria-label={`Give back access to ${name}`} onClick={() => setOpen(true)}>
        Give back
      </Button>
      {open ? (
        <ConfirmDialog
          title={`Give back access to ${name}`}
          action="Give back"
          busy={leave.isPending}
          error={leave.error?.message ?? null}
          onConfirm={() => leave.mutate({ workspace: here.slug, id: grantId })}
          onClose={close}
        >
          <p className="break-words">
            Nobody of this agency gets into {name} from now on. Its flows go on; only {name} can let you in again.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
