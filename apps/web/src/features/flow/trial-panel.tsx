"use client";

import type { FlowVersion } from "@heed/core/flow/flow";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { count } from "../number-words.ts";
import { LongBacktest } from "./long-backtest.tsx";
import { TrialResult } from "./trial-result.tsx";
import type { Trial } from "./use-trial.ts";

const TrialCompare = dynamic(() => import("./trial-compare.tsx").then((module) => module.TrialCompare));

interface TrialPanelProps {
  readonly trial: Trial;
  readonly draft: FlowVersion;
  readonly active: FlowVersion | null;
}

/** What the flow, as it stands here, would have done with the orders of the last 90 days. */
export function TrialPanel({ trial, draft, active }: TrialPanelProps) {
  const [comparing, setComparing] = useState(false);
  const { answer, busy, failed } = trial;
  return (
    <section
      aria-label="Backtest"
      aria-busy={busy}
      className="flex flex-col gap-3 self-start rounded-box border border-hairline bg-sunken p-4 lg:sticky lg:top-4"
    >
      <div className="flex items-baseline justify-between gap-2">
        <h2 className="font-semibold">Backtest, last 90 days</h2>
        <span role="status" className="text-small text-ink-3">
          {busy ? "Trying" : ""}
        </span>
      </div>
      <Body answer={answer} failed={failed} draft={draft} />
      {answer?.kind === "result" && active !== null ? (
        <Button size="small" onClick={() => setComparing(true)}>
          Compare with version {active.version}
        </Button>
      ) : null}
      {comparing && active !== null && answer?.kind === "result" ? (
        <TrialCompare active={active} mine={answer} onClose={() => setComparing(false)} />
      ) : null}
    </section>
  );
}

function Body({ answer, failed, draft }: Pick<Trial, "answer" | "failed"> & { draft: FlowVersion }) {
  if (failed) return <p className="text-small text-refused">The trial did not finish. Change anything to try again.</p>;
  if (answer === null) {
    return (
      <Loading what="backtest" className="flex flex-col gap-3">
        <Skeleton className="h-16 w-full" />
        <Skeleton className="h-40 w-full" />
      </Loading>
    );
  }
  switch (answer.kind) {
    case "problems":
      return (
        <div className="text-small">
          <p className="font-medium text-refused">This cannot be tried yet.</p>
          <ul className="mt-1 list-disc pl-4 text-ink-2">
            {answer.problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        </div>
      );
    case "too_many":
      return (
        <>
          <p className="text-small text-ink-2">
            {count(answer.orders)} orders are too many to wait for. The backtest runs by itself; you may leave the page.
          </p>
          <LongBacktest draft={draft} />
        </>
      );
    case "result":
      return <TrialResult result={answer.result} expected={answer.expected} />;
  }
}
