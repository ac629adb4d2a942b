"use client";

import type { FlowVersion } from "@heed/core/flow/flow";
import { ruleLabel } from "@heed/core/policy/explain-reason";
import { useQuery } from "@tanstack/react-query";
import { useTRPCClient } from "../../trpc/client.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { count } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import type { TrialAnswer } from "./use-trial.ts";

type Result = Extract<TrialAnswer, { readonly kind: "result" }>;

interface CompareProps {
  readonly active: FlowVersion;
  readonly mine: Result;
  readonly onClose: () => void;
}

/** Two versions on the same orders, side by side. */
export function TrialCompare({ active, mine, onClose }: CompareProps) {
  const client = useTRPCClient();
  const place = usePlace();
  const { data, isError } = useQuery({
    queryKey: ["flow trial", place, active.flowKey, active.version],
    queryFn: () => client.flow.trial.mutate({ ...place, days: 90, definition: { ...active } }),
  });
  return (
    <Dialog open onClose={onClose} title={`Version ${active.version} and this one`} className="max-w-160">
      <div className="overflow-y-auto p-4 pt-2">
        {isError ? <p className="text-refused">The comparison did not finish. Close it and try again.</p> : null}
        {data === undefined && !isError ? (
          <Loading what="comparison">
            <Skeleton className="h-48 w-full" />
          </Loading>
        ) : null}
        {data?.kind === "result" ? <Table before={data.result} after={mine.result} version={active.version} /> : null}
      </div>
    </Dialog>
  );
}

type Counts = Result["result"];

function rowsOf(result: Counts): ReadonlyMap<string, number> {
  return new Map([
    ["Orders", result.orders],
    ["Messages", result.sent],
    ["Taken by other flows", result.otherFlows],
    ["Request a Review", result.byLane.solicitation ?? 0],
    ["E-mail", result.byLane.email ?? 0],
    ["Waited for the daily cap", result.waits.find(({ rule }) => rule === "daily_cap")?.count ?? 0],
    ...result.refusals.map(({ rule, count: value }): [string, number] => [`No message: ${ruleLabel(rule)}`, value]),
  ]);
}

function Table({ before, after, version }: { before: Counts; after: Counts; version: number }) {
  const [was, is] = [rowsOf(before), rowsOf(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return (
    <table className="w-full text-small tabular-nums">
      <thead className="text-left text-ink-2">
        <tr>
          <th scope="col" className="py-1 font-medium">
            Of the last 90 days
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            Version {version}
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            This one
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            Difference
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => {
          const [a, b] = [was.get(name) ?? 0, is.get(name) ?? 0];
          return (
            <tr key={name} className="border-t border-hairline">
              <td className="py-1.5">{name}</td>
              <td className="py-1.5 text-right">{count(a)}</td>
              <td className="py-1.5 text-right">{count(b)}</td>
              <td className="py-1.5 text-right font-medium">
                {b === a ? "–" : `${b > a ? "+" : "−"}${count(Math.abs(b - a))}`}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
