"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { notify } from "../../ui/notify.ts";
import { counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import type { FlowDetail } from "./flow-editor.tsx";

interface ActivateProps {
  readonly flow: FlowDetail;
  readonly version: number;
  readonly onClose: () => void;
}

/** New orders only, or also those whose window is open: how many those are is said first. */
export function ActivateDialog({ flow, version, onClose }: ActivateProps) {
  const api = useTRPC();
  const place = usePlace();
  const client = useQueryClient();
  const [orders, setOrders] = useState<"new" | "window">("new");
  const preview = useQuery(api.flow.preview.queryOptions({ ...place, id: flow.id, version }));
  const activate = useMutation(
    api.flow.activate.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries(api.flow.pathFilter());
        onClose();
        void notify(`Version ${version} is on.`);
      },
    }),
  );
  const name = flow.versions[0]?.definition.name ?? "the flow";
  return (
    <Dialog open onClose={onClose} title={`Switch on “${name}”, version ${version}`} className="max-w-120">
      <fieldset className="flex flex-col gap-2 px-4">
        <legend className="mb-2 text-ink-2">For which orders?</legend>
        <Choice chosen={orders === "new"} onPick={() => setOrders("new")} title="New orders only">
          Orders bought from now on. Messages that are planned already finish as they were planned.
        </Choice>
        <Choice
          chosen={orders === "window"}
          onPick={() => setOrders("window")}
          title="Also orders whose window is still open"
        >
          {preview.data === undefined ? (
            preview.isError ? (
              "They could not be counted just now."
            ) : (
              "Counting the orders."
            )
          ) : (
            <Preview counts={preview.data} />
          )}
        </Choice>
        {activate.isError ? (
          <p role="alert" className="text-small text-refused">
            {activate.error.message}
          </p>
        ) : null}
      </fieldset>
      <div className="flex justify-end gap-2 p-4">
        <Button onClick={onClose}>Not yet</Button>
        <Button
          variant="primary"
          busy={activate.isPending}
          disabled={orders === "window" && preview.data === undefined}
          onClick={() => activate.mutate({ ...place, id: flow.id, version, orders })}
        >
          Switch on
        </Button>
      </div>
    </Dialog>
  );
}

interface Counts {
  readonly fresh: number;
  readonly overdue: number;
  readonly moving: number;
  readonly days: number;
}

function Preview({ counts: { fresh, overdue, moving, days } }: { counts: Counts }) {
  const spread =
    overdue === 0
      ? ""
      : ` ${counted(overdue, "of them would be due at once", "of them would be due at once")}; they go one after another over ${counted(days, "day")}, under the daily cap.`;
  return (
    <>
      {counted(fresh, "order")} would get a message.{spread}{" "}
      {moving === 0 ? "" : `${counted(moving, "planned message")} would move to this version.`}
    </>
  );
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly title: string;
  readonly onPick: () => void;
  readonly children: React.ReactNode;
}

function Choice({ chosen, title, onPick, children }: ChoiceProps) {
  return (
    <label className="flex gap-2.5 rounded-box border border-hairline p-3 has-checked:border-accent has-checked:bg-accent-soft">
      <input type="radio" name="orders" className="mt-0.5 size-4 accent-accent" checked={chosen} onChange={onPick} />
      <span>
        <span className="font-medium">{title}</span>
        <span className="mt-0.5 block text-small text-ink-2">{children}</span>
      </span>
    </label>
  );
}
