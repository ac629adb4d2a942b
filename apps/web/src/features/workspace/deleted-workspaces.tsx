"use client";

import { useMutation } from "@tanstack/react-query";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { Time } from "../../ui/time.tsx";
import { StepUpDialog } from "../second-factor/step-up-dialog.tsx";

/** Own workspaces in their seven days of grace, each with the way back. */
export function DeletedWorkspaces({ deleted }: { deleted: Outputs["workspace"]["deleted"] }) {
  const api = useTRPC();
  const restore = useMutation(
    api.workspace.restore.mutationOptions({ onSuccess: ({ slug }) => window.location.assign(`/w/${slug}`) }),
  );
  if (deleted.length === 0) return null;
  return (
    <section aria-label="Deleted workspaces" className="w-full rounded-box border border-hairline bg-surface">
      <ul>
        {deleted.map(({ id, name, eraseAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-b border-hairline px-4 py-3 last:border-b-0">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="text-small text-ink-2">
                Deleted; everything in it is erased{" "}
                {eraseAt === null ? "soon" : <Time at={eraseAt.toString()} zone="UTC" />}.
              </span>
            </span>
            <Button size="small" busy={restore.isPending} onClick={() => restore.mutate({ id })}>
              Keep it
            </Button>
          </li>
        ))}
      </ul>
      <FormNote error={restore.error?.message ?? null} className="px-4 pb-3" />
      <StepUpDialog />
    </section>
  );
}
