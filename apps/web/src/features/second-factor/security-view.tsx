"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { counted } from "../number-words.ts";
import { FactorList } from "./factor-list.tsx";
import { PasskeySetup } from "./passkey-setup.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { TotpSetup } from "./totp-setup.tsx";

type Adding = "app" | "passkey" | null;

/** Second factors and recovery codes. */
export function SecurityView() {
  const api = useTRPC();
  const { data } = useSuspenseQuery(api.secondFactor.state.queryOptions());
  const [adding, setAdding] = useState<Adding>(null);
  return (
    <>
      <PageHeader title="Security" />
      <div className="flex flex-col gap-4">
        <Panel
          title="Second factor"
          note="Asked for when something can do harm: stores, money, access, exports."
          action={
            <span className="flex flex-wrap gap-2">
              <Button size="small" onClick={() => setAdding("passkey")}>
                Add a passkey
              </Button>
              <Button size="small" onClick={() => setAdding("app")}>
                Add an app
              </Button>
            </span>
          }
        >
          <FactorList factors={data.authenticators} />
        </Panel>
        {data.authenticators.length === 0 ? null : <CodesPanel left={data.recoveryCodesLeft} />}
      </div>
      <AddDialog adding={adding} onClose={() => setAdding(null)} />
    </>
  );
}

function AddDialog({ adding, onClose }: { adding: Adding; onClose: () => void }) {
  if (adding === null) return null;
  const title = adding === "app" ? "Add an authenticator app" : "Add a passkey";
  return (
    <Dialog open onClose={onClose} title={title} className="max-w-104">
      <div className="overflow-y-auto px-4 pb-4">
        {adding === "app" ? <TotpSetup onDone={onClose} /> : <PasskeySetup onDone={onClose} />}
      </div>
    </Dialog>
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
