"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { InlineNumber, InlineSelect } from "../../ui/inline-controls.tsx";
import { notify } from "../../ui/notify.ts";
import { PlanLink } from "../billing/plan-link.tsx";
import { usePlace } from "../shell/shell-data.ts";
import type { FlowDetail } from "./flow-editor.tsx";

interface ExperimentDialogProps {
  readonly flow: FlowDetail;
  readonly templates: readonly { readonly templateKey: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** What B does differently, how many get B, and how many get nothing. */
export function ExperimentDialog({ flow, templates, onClose }: ExperimentDialogProps) {
  const api = useTRPC();
  const place = usePlace();
  const client = useQueryClient();
  const [active] = flow.versions.filter(({ version }) => version === flow.activeVersion);
  const step = active?.definition.steps[0];
  const [delayDays, setDelayDays] = useState((step?.delayDays ?? 7) + 6);
  const [templateKey, setTemplateKey] = useState(step?.templateKey ?? "");
  const [share, setShare] = useState(50);
  const [holdOut, setHoldOut] = useState(10);
  const start = useMutation(
    api.experiment.start.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          client.invalidateQueries(api.experiment.pathFilter()),
          client.invalidateQueries(api.flow.pathFilter()),
        ]);
        onClose();
        void notify("The experiment runs, on new orders.");
      },
    }),
  );
  const submit = () =>
    start.mutate({
      ...place,
      flowId: flow.id,
      delayDays,
      holdOut,
      share,
      ...(templateKey === "" ? {} : { templateKey }),
    });
  return (
    <Dialog open onClose={onClose} title="Start an experiment" className="max-w-120">
      <div className="flex flex-col gap-3 px-4">
        <p className="flex flex-wrap items-center gap-2">
          B waits <InlineNumber label="Days that B waits" value={delayDays} least={0} most={60} onPick={setDelayDays} />{" "}
          days instead of {step?.delayDays ?? 0}
          {templates.length === 0 ? null : (
            <>
              and sends
              <InlineSelect
                label="Text of B"
                choices={[
                  { value: "", label: "the same text" },
                  ...templates.map((one) => ({ value: one.templateKey, label: one.name })),
                ]}
                value={templateKey}
                onPick={setTemplateKey}
              />
            </>
          )}
        </p>
        <p className="flex flex-wrap items-center gap-2">
          <InlineNumber label="Percent that get B" value={share} least={1} most={99} onPick={setShare} /> % of the
          orders get B.
        </p>
        <p className="flex flex-wrap items-center gap-2">
          <InlineNumber label="Percent that get nothing" value={holdOut} least={0} most={50} onPick={setHoldOut} /> %
          get no message, to compare.
        </p>
        <p className="text-small text-ink-2">
          It takes new orders only. A buyer's order always falls into the same arm.
        </p>
        {start.isError ? (
          <p role="alert" className="text-small text-refused">
            {start.error.message} <PlanLink error={start.error} />
          </p>
        ) : null}
      </div>
      <div className="flex justify-end gap-2 p-4">
        <Button onClick={onClose}>Not yet</Button>
        <Button variant="primary" busy={start.isPending} onClick={submit}>
          Start
        </Button>
      </div>
    </Dialog>
  );
}
