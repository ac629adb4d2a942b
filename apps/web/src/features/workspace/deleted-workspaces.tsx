"use client";

import { useMutation } from "@tanstack/react-query";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { Time } from "../../ui/time.tsx";
import { StepUpDialog } from "../second-factor/step-up-dialog.tsx";

type Deleted = Outputs["workspace"]["deleted"];

/** Own workspaces in their seven days of grace, for people who have no other. */
export function DeletedWorkspaces({ deleted }: { deleted: Deleted }) {
  if (deleted.length === 0) return null;
  return (
    <section aria-label="Deleted workspaces" className="w-full rounded-box border border-hairline bg-surface">
      <DeletedList deleted={deleted} />
      <StepUpDialog />
    </section>
  );
}

/** Each with the way back. */
export function DeletedList({ deleted }: { deleted: Deleted }) {
  const api = useTRPC();
  const restore = useMutation(
    api.workspace.restore.mutationOptions({ onSuccess: ({ slug }) => window.location.assign(`/w/${slug}`) }),
  );
  return (
    <>
      <ul className="mt-2">
        {deleted.map(({ id, name, eraseAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 border-t border-hairline px-4 py-3">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="text-small text-ink-2">
                Everything in it is erased {eraseAt === null ? "soon" : <Time at={eraseAt.toString()} zone="UTC" />}.
              </span>
            </span>
            <Button
              size="small"
              aria-label={`Keep ${name}`}
              busy={restore.isPending && restore.variables.id === id}
              onClick={() => restore.mutate({ id })}
            >
              Keep it
            </Button>
          </li>
        ))}
      </ul>
      <FormNote error={restore.error?.message ?? null} className="px-4 pb-3" />
    </>
  );
}
