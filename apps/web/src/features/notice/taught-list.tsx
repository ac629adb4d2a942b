"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { say } from "../../ui/say.ts";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { NOTICE_WORDS } from "./notice-words.ts";

type Taught = Outputs["notice"]["taught"][number];

const PROPOSAL_WORDS = {
  open: "proposed for everyone, not looked at yet",
  accepted: "accepted for everyone",
  rejected: "not taken over for everyone",
} as const;

/** Sentences that members taught, newest first; each can be taken back. */
export function TaughtList() {
  const api = useTRPC();
  const place = usePlace();
  const [removing, setRemoving] = useState<Taught | null>(null);
  const { data, error } = useQuery(api.notice.taught.queryOptions(place));
  if (error !== null) throw error;
  if (data === undefined) {
    return (
      <Loading what="taught sentences">
        <Skeleton className="h-48 w-full rounded-box" />
      </Loading>
    );
  }
  if (data.length === 0) {
    return (
      <EmptyState
        title="Nothing was taught yet"
        text="Where a notice is in words that Heed does not know, mark the sentence that decides: later mails that hold it are read by themselves."
      />
    );
  }
  return (
    <>
      <ul className="divide-y divide-hairline rounded-box border border-hairline bg-surface">
        {data.map((row) => (
          <li key={row.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 flex-1 basis-80">
              <p className="break-words">{row.sentence}</p>
              <p className="pt-1 text-small text-ink-3">
                {NOTICE_WORDS[row.kind].title} · {counted(row.decided, "notice")} decided · taught{" "}
                <Time at={row.at.toString()} zone="UTC" />
                {row.proposal === null ? null : ` · ${PROPOSAL_WORDS[row.proposal]}`}
              </p>
            </div>
            {row.removedAt === null ? (
              <Button size="small" onClick={() => setRemoving(row)}>
                Remove
              </Button>
            ) : (
              <Badge>Removed</Badge>
            )}
          </li>
        ))}
      </ul>
      {removing === null ? null : <RemoveDialog taught={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function RemoveDialog({ taught, onClose }: { taught: Taught; onClose: () => void }) {
  const api = useTRPC();
  const place = usePlace();
  const queryClient = useQueryClient();
  const remove = useMutation(
    api.notice.removeTaught.mutationOptions({
      onSuccess: ({ lifted }) => {
        void say(`Removed. ${counted(lifted, "buyer")} may be written to again.`);
        void queryClient.invalidateQueries(api.optOut.pathFilter());
        void queryClient.invalidateQueries(api.notice.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <Dialog open onClose={onClose} title="Remove this sentence?" className="max-w-lg">
      <div className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        <p className="rounded-item bg-sunken p-3 break-words">{taught.sentence}</p>
        <p className="text-ink-2">
          {counted(taught.decided, "notice")} that it decided will wait for a person again. Buyers who were suppressed
          by it alone may be written to, and their orders are planned anew.
        </p>
        {remove.error === null ? null : (
          <p role="alert" className="text-small text-refused">
            {remove.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate({ ...place, id: taught.id })}>
            Remove the sentence
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
