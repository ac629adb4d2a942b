"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { usePlace } from "../shell/shell-data.ts";

type Quota = Outputs["critical"]["quota"];

/** The workspace's own limits of what passes an opt-out. */
export function CriticalSettings({ quota, onClose }: { quota: Quota; onClose: () => void }) {
  const api = useTRPC();
  const { workspace } = usePlace();
  const queryClient = useQueryClient();
  const [approval, setApproval] = useState(quota.approval);
  const [limit, setLimit] = useState(String(quota.quota));
  const save = useMutation(
    api.critical.setSettings.mutationOptions({
      onSuccess: () => {
        toast("Limits of critical messages saved");
        onClose();
        return queryClient.invalidateQueries(api.critical.pathFilter());
      },
    }),
  );
  const wanted = /^\d{1,4}$/.test(limit) && Number(limit) <= 1000 ? Number(limit) : null;
  return (
    <Dialog open onClose={onClose} title="Limits of critical messages" className="max-w-md">
      <form
        className="flex flex-col gap-4 px-4 pb-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== null) save.mutate({ workspace, approval, quota: wanted });
        }}
      >
        <label className="flex gap-2.5">
          <input
            type="checkbox"
            checked={approval}
            onChange={(event) => setApproval(event.target.checked)}
            className="mt-1 accent-accent"
          />
          <span>
            A second member approves each one
            <span className="block text-small text-ink-3">Whoever wrote a message cannot approve it.</span>
          </span>
        </label>
        <TextField
          label="Critical messages in 24 hours"
          name="quota"
          inputMode="numeric"
          value={limit}
          onChange={(event) => setLimit(event.target.value)}
          hint="Over all stores of the workspace. 0 stops them."
          error={wanted === null ? "A number from 0 to 1,000." : null}
        />
        {save.error === null ? null : <p role="alert">{save.error.message}</p>}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={save.isPending} disabled={wanted === null}>
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
