"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notify.ts";
import { Panel } from "../../ui/page-header.tsx";
import { count, percent } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import type { FlowDetail } from "./flow-editor.tsx";

const ExperimentDialog = dynamic(() => import("./experiment-dialog.tsx").then((module) => module.ExperimentDialog));

type Result = Outputs["experiment"]["results"][number];

interface ExperimentPanelProps {
  readonly flow: FlowDetail;
  readonly templates: readonly { readonly templateKey: string; readonly name: string }[];
}

/** A and B, who was held out, and what can be said by now. */
export function ExperimentPanel({ flow, templates }: ExperimentPanelProps) {
  const api = useTRPC();
  const place = usePlace();
  const [starting, setStarting] = useState(false);
  const { data } = useQuery(api.experiment.results.queryOptions({ ...place, flowId: flow.id }));
  const running = data?.find(({ endedAt }) => endedAt === null);
  const start =
    flow.state === "active" && data !== undefined && running === undefined ? (
      <Button size="small" onClick={() => setStarting(true)}>
        Start an experiment
      </Button>
    ) : undefined;
  return (
    <Panel title="Experiments" action={start}>
      <div className="px-4 pt-1 pb-4 text-small">
        {data === undefined || data.length === 0 ? (
          <p className="text-ink-2">
            Compare two delays or two texts on new orders, with a group that gets no message. The answer waits until the
            numbers bear it.
          </p>
        ) : (
          data.map((result) => <Experiment key={result.key} flow={flow} result={result} />)
        )}
      </div>
      {starting ? <ExperimentDialog flow={flow} templates={templates} onClose={() => setStarting(false)} /> : null}
    </Panel>
  );
}

function Experiment({ flow, result }: { flow: FlowDetail; result: Result }) {
  const { arms, heldOut, refusedTest, reachedTest, feedbackTest, endedAt, keptStep } = result;
  return (
    <article className="flex flex-col gap-2 pb-3">
      <table className="w-full tabular-nums">
        <caption className="pb-1 text-left font-medium">
          {endedAt === null ? "Running" : `Ended; ${keptStep === arms[0]?.stepKey ? "A" : "B"} went on`}
        </caption>
        <thead className="text-left text-ink-2">
          <tr>
            {["Arm", "Delay", "Settled", "Reached", "Refused", "Feedback"].map((head) => (
              <th key={head} scope="col" className="py-1 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {arms.map((arm, index) => (
            <tr key={arm.stepKey} className="border-t border-hairline">
              <th scope="row" className="py-1.5 text-left font-medium">
                {index === 0 ? "A" : "B"}
              </th>
              <td>{result.definition.steps[index]?.delayDays ?? "–"} d</td>
              <td>{count(arm.sent)}</td>
              <td>{count(arm.reached)}</td>
              <td>{count(arm.refused)}</td>
              <td>{count(arm.feedback)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-2 tabular-nums">{count(heldOut)} orders were held out.</p>
      <Answer what="Refused by buyers" test={refusedTest} />
      <Answer what="Reached" test={reachedTest} />
      <Answer what="Feedback" test={feedbackTest} />
      {endedAt === null ? <EndButtons flow={flow} result={result} /> : null}
    </article>
  );
}

function Answer({ what, test }: { what: string; test: Result["refusedTest"] }) {
  const range = `B − A between ${percent(test.low)} and ${percent(test.high)}`;
  if (test.answer === "not_enough_data") {
    return (
      <p className="text-ink-2 tabular-nums">
        {what}: not enough data yet
        {test.difference === null || test.low <= -1
          ? `, at least ${test.least} settled messages in each arm are needed`
          : ` (${range})`}
        .
      </p>
    );
  }
  return (
    <p className="tabular-nums">
      <span className="font-medium">
        {what}: {test.answer === "a_higher" ? "A is higher" : "B is higher"}
      </span>
      , {range}, at 95 % however often one looks.
    </p>
  );
}

function EndButtons({ flow, result }: { flow: FlowDetail; result: Result }) {
  const api = useTRPC();
  const place = usePlace();
  const client = useQueryClient();
  const end = useMutation(
    api.experiment.end.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          client.invalidateQueries(api.experiment.pathFilter()),
          client.invalidateQueries(api.flow.pathFilter()),
        ]);
        void notify("The experiment has ended. New orders take the arm that you kept.");
      },
      onError: ({ message }) => void notify(`The experiment goes on. ${message}`),
    }),
  );
  return (
    <div className="flex gap-2">
      {result.arms.map((arm, index) => (
        <Button
          key={arm.stepKey}
          size="small"
          busy={end.isPending}
          onClick={() => end.mutate({ ...place, flowId: flow.id, keep: arm.stepKey })}
        >
          End and keep {index === 0 ? "A" : "B"}
        </Button>
      ))}
    </div>
  );
}
