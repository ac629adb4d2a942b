"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notify.ts";
import { Panel } from "../../ui/page-header.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { usePlace, useShell } from "../shell/shell-data.ts";

const BrakeDialog = dynamic(() => import("./brake-dialog.tsx").then((module) => module.BrakeDialog));

type BrakeRow = Outputs["brake"]["list"][number];

/** What holds messages back, by whom and why; each can be lifted. */
export function BrakesPanel() {
  const api = useTRPC();
  const place = usePlace();
  const [setting, setSetting] = useState(false);
  const { data } = useQuery(api.brake.list.queryOptions(place));
  const on = data?.filter(({ liftedAt }) => liftedAt === null) ?? [];
  const lifted = data?.filter(({ liftedAt }) => liftedAt !== null).slice(0, 3) ?? [];
  return (
    <Panel
      title="Brakes"
      note="Hold messages from the next one on, until somebody lifts them"
      action={
        <Button size="small" onClick={() => setSetting(true)}>
          Set a brake
        </Button>
      }
    >
      <ul className="divide-y divide-hairline px-4 pt-1 pb-3 text-small">
        {on.length === 0 ? (
          <li className="py-2 text-ink-2">{data === undefined ? "Looking for brakes." : "No brake is on."}</li>
        ) : null}
        {on.map((row) => (
          <BrakeLine key={row.id} row={row} />
        ))}
        {lifted.map((row) => (
          <BrakeLine key={row.id} row={row} />
        ))}
      </ul>
      {setting ? <BrakeDialog onClose={() => setSetting(false)} /> : null}
    </Panel>
  );
}

function BrakeLine({ row }: { row: BrakeRow }) {
  const { stores } = useShell();
  const where = row.storeId === null ? "all stores" : (stores.find(({ id }) => id === row.storeId)?.name ?? "a store");
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      {row.liftedAt === null ? (
        <StateMark tone="waiting" shape="ring" word={describe(row)} className="font-medium" />
      ) : (
        <StateMark tone="rule" shape="slash" word={`${describe(row)}, lifted`} className="text-ink-3" />
      )}
      <span className="text-ink-2">{where}</span>
      <span className="min-w-0 flex-1 truncate text-ink-2" title={row.reason}>
        {row.reason}
      </span>
      <Time at={(row.liftedAt ?? row.madeAt).toString()} zone="UTC" className="text-ink-3" />
      {row.liftedAt === null ? <LiftButton row={row} /> : null}
    </li>
  );
}

function LiftButton({ row }: { row: BrakeRow }) {
  const api = useTRPC();
  const place = usePlace();
  const client = useQueryClient();
  const lift = useMutation(
    api.brake.lift.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          client.invalidateQueries(api.brake.pathFilter()),
          client.invalidateQueries(api.flow.pathFilter()),
        ]);
        void notify("The brake is lifted. What it held is planned again where there is still time.");
      },
      onError: ({ message }) => void notify(message),
    }),
  );
  return (
    <Button
      size="small"
      busy={lift.isPending}
      onClick={() => lift.mutate({ ...place, id: row.id })}
      aria-label={`Lift: ${describe(row)}`}
    >
      Lift
    </Button>
  );
}

function describe({ kind, sku, asin, fromDay, toDay }: BrakeRow): string {
  switch (kind) {
    case "pause":
      return "Paused";
    case "dry_run":
      return "Dry run";
    case "stop_item":
      return `Stopped: ${sku ?? asin ?? "an item"}`;
    case "blackout":
      return fromDay === toDay ? `Blackout ${fromDay}` : `Blackout ${fromDay} to ${toDay}`;
  }
}
