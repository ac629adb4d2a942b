"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notify.ts";
import { StateMark } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { usePlace, useShell } from "../shell/shell-data.ts";

type BrakeRow = Outputs["brake"]["list"][number];

export function BrakeLine({ row }: { row: BrakeRow }) {
  const where = useWhere(row);
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

function useWhere({ storeId, clientName }: BrakeRow): string {
  const { stores } = useShell();
  if (storeId !== null) return stores.find(({ id }) => id === storeId)?.name ?? "a store";
  return clientName === null ? "all stores" : `stores of ${clientName}`;
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
