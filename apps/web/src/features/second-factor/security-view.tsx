"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { Time } from "../../ui/time.tsx";
import { counted } from "../number-words.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { TotpSetup } from "./totp-setup.tsx";

type State = Outputs["secondFactor"]["state"];
type Factor = State["authenticators"][number];

/** Second factors and recovery codes. */
export function SecurityView() {
  const api = useTRPC();
  const { data } = useSuspenseQuery(api.secondFactor.state.queryOptions());
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Factor | null>(null);
  return (
    <>
      <PageHeader title="Security" />
      <div className="flex flex-col gap-4">
        <Panel
          title="Second factor"
          note="Asked for when something can do harm: stores, money, access, exports."
          action={
            <Button size="small" onClick={() => setAdding(true)}>
              Add an app
            </Button>
          }
        >
          <Factors factors={data.authenticators} onRemove={setRemoving} />
        </Panel>
        {data.authenticators.length === 0 ? null : <CodesPanel left={data.recoveryCodesLeft} />}
      </div>
      {adding ? (
        <Dialog open onClose={() => setAdding(false)} title="Add an authenticator app" className="max-w-104">
          <div className="overflow-y-auto px-4 pb-4">
            <TotpSetup onDone={() => setAdding(false)} />
          </div>
        </Dialog>
      ) : null}
      {removing === null ? null : <Remove factor={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function Factors({ factors, onRemove }: { factors: readonly Factor[]; onRemove: (factor: Factor) => void }) {
  if (factors.length === 0) {
    return <p className="px-4 pt-1 pb-4 text-ink-2">None yet. Whoever can read your mail can sign in as you.</p>;
  }
  return (
    <ul className="mt-2">
      {factors.map((factor) => (
        <li
          key={factor.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline px-4 py-2.5"
        >
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{factor.name}</span>
            <span className="text-small text-ink-2">
              Added <Time at={factor.createdAt.toString()} zone="UTC" />
            </span>
          </span>
          <Button size="small" onClick={() => onRemove(factor)}>
            Remove
          </Button>
        </li>
      ))}
    </ul>
  );
}

function CodesPanel({ left }: { left: number }) {
  const api = useTRPC();
  const queryClient = useQueryClient();
  const renew = useMutation(
    api.secondFactor.renewRecoveryCodes.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: api.secondFactor.state.queryKey() }),
    }),
  );
  return (
    <Panel title="Recovery codes" note={`${counted(left, "code")} left; each lets you in once.`}>
      <div className="px-4 pt-1 pb-4">
        {renew.data === undefined ? (
          <Button busy={renew.isPending} onClick={() => renew.mutate()}>
            Make ten new ones
          </Button>
        ) : (
          <RecoveryCodes codes={renew.data.recoveryCodes} onKept={() => renew.reset()} />
        )}
      </div>
    </Panel>
  );
}

function Remove({ factor, onClose }: { factor: Factor; onClose: () => void }) {
  const api = useTRPC();
  const queryClient = useQueryClient();
  const remove = useMutation(
    api.secondFactor.remove.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.secondFactor.state.queryKey() });
        onClose();
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`Remove ${factor.name}`}
      action="Remove"
      busy={remove.isPending}
      error={remove.error?.message ?? null}
      onConfirm={() => remove.mutate({ id: factor.id })}
      onClose={onClose}
    >
      <p>Its codes work no more. With the last one the recovery codes go too.</p>
    </ConfirmDialog>
  );
}
