"use client";

import type { FlowVersion } from "@heed/core/flow/flow";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { notify } from "../../ui/notify.ts";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { usePlace } from "../shell/shell-data.ts";
import { pruned } from "./condition-edit.ts";
import { ConditionPanel } from "./condition-panel.tsx";
import { Problems } from "./condition-tree.tsx";
import { FlowSentence } from "./flow-sentence.tsx";
import { FlowSettings } from "./flow-settings.tsx";
import { FlowSwitch } from "./flow-switch.tsx";
import { FLOW_STATES } from "./flow-words.ts";
import { useTrial } from "./use-trial.ts";

/** What stands beside the sentence comes after it: the backtest answers a moment later anyway. */
const TrialPanel = dynamic(() => import("./trial-panel.tsx").then((module) => module.TrialPanel), {
  loading: () => <Skeleton className="h-80 w-full rounded-box" />,
});
const ExperimentPanel = dynamic(() => import("./experiment-panel.tsx").then((module) => module.ExperimentPanel));
const FlowVersions = dynamic(() => import("./flow-versions.tsx").then((module) => module.FlowVersions));

export type FlowDetail = Outputs["flow"]["get"];

/** A flow: the sentence, who it is for, what it would have done, and the switch. */
export function FlowEditor({ id }: { id: string }) {
  const api = useTRPC();
  const place = usePlace();
  const { data: flow } = useSuspenseQuery(api.flow.get.queryOptions({ ...place, id }));
  const [latest] = flow.versions;
  if (latest === undefined) return null;
  return <Editor key={latest.version} flow={flow} saved={latest.definition} />;
}

function Editor({ flow, saved }: { flow: FlowDetail; saved: FlowVersion }) {
  const api = useTRPC();
  const place = usePlace();
  const client = useQueryClient();
  const [draft, setDraft] = useState(saved);
  const { data: templates } = useSuspenseQuery(api.template.list.queryOptions(place));
  const trial = useTrial(draft);
  const problems = trial.answer?.kind === "problems" ? trial.answer.problems : [];
  const changed = JSON.stringify(draft) !== JSON.stringify(saved);
  const disabled = flow.state === "archived";
  const save = useMutation(
    api.flow.save.mutationOptions({
      onSuccess: async ({ version }) => {
        await client.invalidateQueries(api.flow.pathFilter());
        void notify(`Version ${version} is saved. It sends nothing until you switch it on.`);
      },
      onError: ({ message }) => void notify(`Not saved. ${message}`),
    }),
  );
  const submit = () =>
    save.mutate({
      ...place,
      id: flow.id,
      base: saved.version,
      definition: { ...draft, condition: pruned(draft.condition) },
    });
  return (
    <>
      <PageHeader title={<span className="flex items-center gap-3">{saved.name}</span>}>
        <StateMark {...FLOW_STATES[flow.state]} />
        {disabled ? null : (
          <Button busy={save.isPending} disabled={!changed || problems.length > 0} onClick={submit}>
            Save version {saved.version + 1}
          </Button>
        )}
        <FlowSwitch flow={flow} unsaved={changed} />
      </PageHeader>
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title="What happens">
            <div className="px-4 pt-1 pb-4">
              <FlowSentence definition={draft} disabled={disabled} templates={templates} onChange={setDraft} />
              <Problems problems={problems} path="steps" deep />
            </div>
          </Panel>
          <ConditionPanel draft={draft} problems={problems} disabled={disabled} onChange={setDraft} />
          <FlowSettings draft={draft} problems={problems} disabled={disabled} onChange={setDraft} />
          <ExperimentPanel flow={flow} templates={templates} />
          <FlowVersions flow={flow} />
        </div>
        <TrialPanel trial={trial} draft={draft} active={activeOf(flow)} />
      </div>
    </>
  );
}

function activeOf({ state, activeVersion, versions }: FlowDetail): FlowVersion | null {
  if (state === "draft") return null;
  return versions.find(({ version }) => version === activeVersion)?.definition ?? null;
}
