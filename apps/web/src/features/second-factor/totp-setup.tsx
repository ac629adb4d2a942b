"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { QrCode } from "../../ui/qr-code.tsx";
import { CodeForm } from "./code-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** Three steps: start, scan and confirm with a code, keep the recovery codes. */
export function TotpSetup({ onDone }: { onDone: () => void }) {
  const api = useTRPC();
  const queryClient = useQueryClient();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const start = useMutation(api.secondFactor.startTotp.mutationOptions());
  const confirm = useMutation(
    api.secondFactor.confirmTotp.mutationOptions({
      onSuccess: ({ recoveryCodes }) => (recoveryCodes.length === 0 ? finish() : setCodes(recoveryCodes)),
    }),
  );
  const finish = () => {
    void queryClient.invalidateQueries({ queryKey: api.secondFactor.state.queryKey() });
    onDone();
  };
  if (codes !== null) return <RecoveryCodes codes={codes} onKept={finish} />;
  if (start.data === undefined) {
    return <Intro busy={start.isPending} error={start.error?.message ?? null} onStart={() => start.mutate()} />;
  }
  const { id, secret, address } = start.data;
  return (
    <>
      <p className="text-ink-2">Scan this with an authenticator app, then enter the code that it shows.</p>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <QrCode value={address} label="QR code for your authenticator app" />
        <div className="min-w-0 flex-1 basis-40">
          <p className="text-small text-ink-2">No camera? Type this key into the app:</p>
          <p className="mt-1 flex items-start gap-1">
            <code className="min-w-0 font-mono text-small break-words">
              {secret.replaceAll(/(.{4})/g, "$1 ").trim()}
            </code>
            <CopyButton text={secret} what="key" />
          </p>
        </div>
      </div>
      <CodeForm
        label="Code of the app"
        action="Confirm"
        busy={confirm.isPending}
        error={confirm.error?.message ?? null}
        onCode={(code) => confirm.mutate({ id, code })}
      />
    </>
  );
}

function Intro({ busy, error, onStart }: { busy: boolean; error: string | null; onStart: () => void }) {
  return (
    <>
      <p className="text-ink-2">
        An authenticator app on your telephone shows a new code every 30 seconds; whoever reads your mail still cannot
        get in here.
      </p>
      {error === null ? null : (
        <p role="alert" className="mt-3 text-small text-refused">
          {error}
        </p>
      )}
      <Button variant="primary" size="large" className="mt-4 w-full" busy={busy} onClick={onStart}>
        Show the key for the app
      </Button>
    </>
  );
}
