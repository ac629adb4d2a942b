"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { usePlace } from "../shell/shell-data.ts";
import { BRAKE_KINDS } from "./brake-kinds.ts";
import { BrakeLine } from "./brake-line.tsx";

const BrakeDialog = dynamic(() => import("./brake-dialog.tsx").then((module) => module.BrakeDialog));

const START = parseAsStringLiteral(BRAKE_KINDS);

/** What holds messages back, by whom and why; each can be lifted. */
export function BrakesPanel() {
  const api = useTRPC();
  const place = usePlace();
  const [kind, setKind] = useQueryState("brake", START);
  const { data } = useQuery(api.brake.list.queryOptions(place));
  const on = data?.filter(({ liftedAt }) => liftedAt === null) ?? [];
  const lifted = data?.filter(({ liftedAt }) => liftedAt !== null).slice(0, 3) ?? [];
  return (
    <Panel
      title="Brakes"
      note="Hold messages from the next one on, until somebody lifts them"
      action={
        <Button size="small" onClick={() => void setKind("stop_item")}>
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
      {kind === null ? null : <BrakeDialog start={{ kind }} onClose={() => void setKind(null)} />}
    </Panel>
  );
}
