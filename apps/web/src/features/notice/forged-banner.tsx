"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { Time } from "../../ui/time.tsx";
import { counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";

/** Says that somebody tries to forge notices, and that it changed nothing. Draws nothing where nobody does. */
export function ForgedBanner() {
  const api = useTRPC();
  const { data } = useQuery(api.notice.addresses.queryOptions(usePlace()));
  const forged = data?.forged;
  if (forged === undefined || forged.count === 0 || forged.last === null) return null;
  return (
    <p role="status" className="mb-4 rounded-box border border-hairline bg-refused-soft px-4 py-3 text-refused">
      <strong className="font-semibold">{counted(forged.count, "forged notice")} in 30 days</strong>, the last{" "}
      <Time at={forged.last.toString()} zone="UTC" />. Somebody pretends to be Amazon at a notice address of yours.
      Nobody was suppressed by them.
    </p>
  );
}
