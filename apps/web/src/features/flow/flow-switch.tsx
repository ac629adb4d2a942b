"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { notify } from "../../ui/notify.ts";
import { counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import type { FlowDetail } from "./flow-editor.tsx";

const ActivateDialog = dynamic(() => import("./activate-dialog.tsx").then((module) => module.ActivateDialog));

type Ask = "activate" | "pause" | "archive" | null;

/** Draft → active → paused; what stops sending asks first and says what it stops. */
export function FlowSwitch({ flow, unsaved }: { flow: FlowDetail; unsaved: boolean }) {
  const [ask, setAsk] = useState<Ask>(null);
  const { mutate, isPending } = useSwitch(flow);
  const version = flow.versions[0]?.version ?? flow.activeVersion;
  const close = () => setAsk(null);
  return (
    <>
      <StateButton flow={flow} busy={isPending} onAsk={setAsk} onSwitch={mutate} />
      {isNewer(flow, version) ? (
        <Button
          variant="primary"
          disabled={unsaved}
          title={unsaved ? "Save first" : undefined}
          onClick={() => setAsk("activate")}
        >
          Switch on version {version}
        </Button>
      ) : null}
      {ask === "activate" ? <ActivateDialog flow={flow} version={version} onClose={close} /> : null}
      {ask === "pause" || ask === "archive" ? (
        <StopDialog flow={flow} what={ask} busy={isPending} onClose={close} onConfirm={() => mutate(ask, close)} />
      ) : null}
    </>
  );
}

function isNewer({ state, activeVersion }: FlowDetail, version: number): boolean {
  return state === "draft" || (state !== "archived" && version > activeVersion);
}

interface StateButtonProps {
  readonly flow: FlowDetail;
  readonly busy: boolean;
  readonly onAsk: (ask: Ask) => void;
  readonly onSwitch: (to: To) => void;
}

function StateButton({ flow: { state }, busy, onAsk, onSwitch }: StateButtonProps) {
  if (state === "archived") {
    return (
      <Button busy={busy} onClick={() => onSwitch("restore")}>
        Restore
      </Button>
    );
  }
  return (
    <>
      <Button variant="ghost" onClick={() => onAsk("archive")}>
        Archive
      </Button>
      {state === "active" ? <Button onClick={() => onAsk("pause")}>Pause</Button> : null}
      {state === "paused" ? (
        <Button busy={busy} onClick={() => onSwitch("resume")}>
          Resume
        </Button>
      ) : null}
    </>
  );
}

type To = "pause" | "resume" | "archive" | "restore";

const DONE: Readonly<Record<To, string>> = {
  pause: "The flow is paused.",
  resume: "The flow goes on.",
  archive: "The flow is archived.",
  restore: "The flow is back, on pause.",
};
const UNDO: Readonly<Record<To, To>> = { pause: "resume", resume: "pause", archive: "restore", restore: "archive" };

function useSwitch(flow: FlowDetail) {
  const api = useTRPC();
  const place = usePlace();
  const client = useQueryClient();
  const mutation = useMutation(
    api.flow.switch.mutationOptions({
      onSuccess: () => client.invalidateQueries(api.flow.pathFilter()),
      onError: ({ message }) => void notify(message),
    }),
  );
  const mutate = (to: To, then?: () => void) =>
    mutation.mutate(
      { ...place, id: flow.id, to },
      {
        onSuccess: () => {
          then?.();
          void notify(DONE[to], { label: "Undo", onClick: () => mutate(UNDO[to]) });
        },
      },
    );
  return { mutate, isPending: mutation.isPending };
}

interface StopProps {
  readonly flow: FlowDetail;
  readonly what: "pause" | "archive";
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

function StopDialog({ flow, what, busy, onClose, onConfirm }: StopProps) {
  const planned = flow.plannedBy.reduce((sum, { count }) => sum + count, 0);
  const name = flow.versions[0]?.definition.name ?? "this flow";
  const text =
    what === "pause"
      ? `${counted(planned, "planned message")} will wait until you resume. Nothing new is planned meanwhile.`
      : `${counted(planned, "planned message")} will not be sent, unless another flow takes the order.`;
  return (
    <Dialog open onClose={onClose} title={`${what === "pause" ? "Pause" : "Archive"} “${name}”?`} className="max-w-110">
      <p className="px-4 text-ink-2">{text} What is sent already is not affected.</p>
      <div className="flex justify-end gap-2 p-4">
        <Button onClick={onClose} autoFocus>
          Keep running
        </Button>
        <Button variant="danger" busy={busy} onClick={onConfirm}>
          {what === "pause" ? "Pause flow" : "Archive flow"}
        </Button>
      </div>
    </Dialog>
  );
}
