"use client";

import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { StepUpDialog } from "../second-factor/step-up-dialog.tsx";

interface AppstorePanelProps {
  readonly workspaces: Outputs["workspace"]["list"];
  readonly begun: { readonly amazonCallbackUri: string; readonly amazonState: string; readonly sellerId: string };
}

export function AppstorePanel({ workspaces, begun }: AppstorePanelProps) {
  const api = useTRPC();
  const [leaving, setLeaving] = useState(false);
  const go = useMutation(
    api.connect.fromAppstore.mutationOptions({
      onSuccess: ({ url }) => {
        setLeaving(true);
        window.location.assign(url);
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    go.mutate({ ...begun, workspace: String(new FormData(event.currentTarget).get("workspace")) });
  };
  if (workspaces.length === 0) return <NoWorkspace />;
  return (
    <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1.5 text-small font-medium">Workspace</legend>
        {workspaces.map(({ id, slug, name }, index) => (
          <label key={id} className="flex min-h-10 items-center gap-2 rounded-box border border-hairline px-3">
            <input type="radio" name="workspace" value={slug} defaultChecked={index === 0} className="accent-accent" />
            <span className="truncate">{name}</span>
          </label>
        ))}
      </fieldset>
      {go.error === null ? null : (
        <p role="alert" className="text-small text-refused">
          {go.error.message}
        </p>
      )}
      <Button type="submit" variant="primary" size="large" busy={go.isPending || leaving}>
        Go on to Amazon
      </Button>
      <StepUpDialog />
    </form>
  );
}

function NoWorkspace() {
  return (
    <div className="mt-6">
      <p>You have no workspace yet. Make one, then start again in the Appstore.</p>
      <Link href="/w" className={`${buttonClass("primary", "large")} mt-4`}>
        Go to your workspaces
      </Link>
    </div>
  );
}
