"use client";

import type { DigestChoice } from "@heed/core/report/report-times";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { useShell } from "../shell/shell-data.ts";

const CHOICES: readonly { readonly choice: DigestChoice; readonly word: string; readonly note: string }[] = [
  { choice: "daily", word: "Each day", note: "In the morning, 06:00 UTC." },
  { choice: "weekly", word: "Each Monday", note: "At 06:00 UTC, about the seven days before." },
  { choice: "off", word: "Never", note: "You are still told at once when notices stop arriving." },
];

/** How often owners and admins get the mail about notices and refusals. */
export function DigestPanel() {
  const api = useTRPC();
  const { here } = useShell();
  const queryClient = useQueryClient();
  const { data, error } = useQuery(api.workspace.digest.queryOptions({ workspace: here.slug }));
  const set = useMutation(
    api.workspace.setDigest.mutationOptions({
      onSuccess: () => {
        toast("Saved.");
        return queryClient.invalidateQueries(api.workspace.digest.pathFilter());
      },
    }),
  );
  if (error !== null) throw error;
  const chosen = set.isPending ? set.variables.choice : data?.choice;
  return (
    <Panel title="Health by mail">
      <div className="flex flex-col gap-3 px-4 pt-1 pb-4">
        <p className="text-ink-2">
          What went out, what buyers refused, and what waits for somebody: notices to judge, addresses that are silent.
          It goes to owners and admins of this workspace.
        </p>
        {chosen === undefined ? (
          <Loading what="the choice">
            <Skeleton className="h-24 w-full rounded-item" />
          </Loading>
        ) : (
          <fieldset className="flex flex-col gap-2">
            <legend className="sr-only">How often</legend>
            {CHOICES.map(({ choice, word, note }) => (
              <label key={choice} className="flex items-baseline gap-2.5">
                <input
                  type="radio"
                  name="digest"
                  value={choice}
                  checked={chosen === choice}
                  disabled={set.isPending}
                  onChange={() => set.mutate({ workspace: here.slug, choice })}
                  className="accent-accent"
                />
                <span>
                  {word} <span className="text-small text-ink-3">{note}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <FormNote error={set.error?.message ?? null} />
      </div>
    </Panel>
  );
}
