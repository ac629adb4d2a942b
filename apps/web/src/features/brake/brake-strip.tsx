"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { usePlace } from "../shell/shell-data.ts";
import { BrakeLine } from "./brake-line.tsx";

/** What holds messages back right now, each with the way to lift it; nothing where nothing does. */
export function BrakeStrip() {
  const api = useTRPC();
  const place = usePlace();
  const { data } = useQuery(api.brake.list.queryOptions(place));
  const on = data?.filter(({ liftedAt }) => liftedAt === null) ?? [];
  if (on.length === 0) return null;
  return (
    <section aria-label="Brakes that are on" className="rounded-box border border-waiting bg-waiting-soft px-4 py-1">
      <ul className="divide-y divide-hairline text-small">
        {on.map((row) => (
          <BrakeLine key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}
