"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { useShell } from "../shell/shell-data.ts";
import type { StoreDetails } from "./store-words.ts";
import { useAfterChange } from "./use-store-mutation.ts";

/** Amazon tells of a restriction by mail and of its end by nothing that a program could read. */
export function RestrictionPanel({ store }: { store: StoreDetails }) {
  const [asking, setAsking] = useState(false);
  return (
    <Panel title="Restricted by Amazon">
      <div className="flex flex-col items-start gap-3 px-4 pt-2 pb-4">
        <p className="text-ink-2">
          Amazon wrote that this store may send no proactive messages for now. E-mails wait, and review requests go by
          Amazon’s own request, which still works. Such a restriction lasts from five days to a month or longer: look at
          the mail from Amazon and at Performance → Account Health in Seller Central.
        </p>
        <Button onClick={() => setAsking(true)}>Amazon has lifted it</Button>
      </div>
      {asking ? <LiftDialog store={store} onClose={() => setAsking(false)} /> : null}
    </Panel>
  );
}

function LiftDialog({ store, onClose }: { store: StoreDetails; onClose: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const { onSuccess } = useAfterChange()(`E-mails of ${store.name} go again.`);
  const lift = useMutation(
    api.store.liftRestriction.mutationOptions({
      onSuccess: async () => {
        await onSuccess();
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`Lift the restriction of ${store.name}`}
      action="Let e-mails go again"
      busy={lift.isPending}
      error={lift.error?.message ?? null}
      onConfirm={() => lift.mutate({ workspace: here.slug, store: store.id })}
      onClose={onClose}
    >
      <p>
        E-mails of {store.name} go out again where its flows want them. If Amazon still restricts the store, each of
        them is refused, and Amazon may lengthen the restriction.
      </p>
    </ConfirmDialog>
  );
}
