"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Time } from "../../ui/time.tsx";
import { workspacePath } from "../shell/paths.ts";
import { useShell } from "../shell/shell-data.ts";
import { type StoreDetails, zoneOf } from "./store-words.ts";
import { useAfterChange } from "./use-store-mutation.ts";

export function DisconnectPanel({ store }: { store: StoreDetails }) {
  const [asking, setAsking] = useState(false);
  const gone = store.authorisation === "disconnected";
  const Ask = gone ? EraseDialog : DisconnectDialog;
  return (
    <Panel title={gone ? "Erase the data" : "Disconnect"}>
      <div className="flex flex-wrap items-center gap-3 px-4 pt-1 pb-4">
        <p className="min-w-64 flex-1 text-ink-2">
          {gone ? (
            <PurgeWords store={store} />
          ) : (
            "Ends the permission and stops every message. The data is kept for 30 days."
          )}
        </p>
        <Button variant="danger" onClick={() => setAsking(true)}>
          {gone ? "Erase now" : "Disconnect"}
        </Button>
      </div>
      {asking ? <Ask store={store} onClose={() => setAsking(false)} /> : null}
    </Panel>
  );
}

function PurgeWords({ store }: { store: StoreDetails }) {
  if (store.purgeAt === null) return "The data is kept until somebody erases it.";
  return (
    <>
      Orders, messages and opt-outs are erased on{" "}
      <Time at={store.purgeAt.toString()} zone={zoneOf(store)} show="absolute" />, unless the store is connected again.
    </>
  );
}

interface AskProps {
  readonly store: StoreDetails;
  readonly onClose: () => void;
}

function DisconnectDialog({ store: { id, name }, onClose }: AskProps) {
  const api = useTRPC();
  const { here } = useShell();
  const after = useAfterChange();
  const { onSuccess } = after(`${name} is disconnected.`);
  const act = useMutation(api.connect.disconnect.mutationOptions({ onSuccess: () => onSuccess().then(onClose) }));
  return (
    <ConfirmDialog
      title={`Disconnect ${name}?`}
      action="Disconnect"
      busy={act.isPending}
      error={act.error?.message ?? null}
      onClose={onClose}
      onConfirm={() => act.mutate({ workspace: here.slug, store: id })}
    >
      <p>Its access tokens are destroyed. No order comes in, and no message goes out, planned ones included.</p>
      <p>Its data is kept for 30 days: connecting the same account again loses nothing.</p>
    </ConfirmDialog>
  );
}

function EraseDialog({ store: { id, name }, onClose }: AskProps) {
  const api = useTRPC();
  const router = useRouter();
  const { here } = useShell();
  const after = useAfterChange();
  const { onSuccess } = after(`${name} and its data are erased.`);
  const leave = () => router.push(workspacePath(here.slug, "stores"));
  const act = useMutation(api.connect.erase.mutationOptions({ onSuccess: () => onSuccess().then(leave) }));
  return (
    <ConfirmDialog
      title={`Erase ${name}?`}
      action="Erase for good"
      typed={{ label: `Type ${name} to confirm`, text: name }}
      busy={act.isPending}
      error={act.error?.message ?? null}
      onClose={onClose}
      onConfirm={() => act.mutate({ workspace: here.slug, store: id, name })}
    >
      <p>All its orders, messages, decisions and opt-outs are erased for good. Nobody can bring them back.</p>
    </ConfirmDialog>
  );
}
