"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useShell } from "../shell/shell-data.ts";
import { DigestPanel } from "./digest-panel.tsx";
import { DeleteDialog, LeaveDialog } from "./end-dialogs.tsx";

export function SettingsView() {
  const { here } = useShell();
  const manages = here.role === "owner" || here.role === "admin";
  return (
    <>
      <PageHeader title="Settings" />
      <div className="flex max-w-reading flex-col gap-4">
        {manages ? <NamePanel /> : null}
        {manages ? <DigestPanel /> : null}
        {here.role === "owner" ? <FactorPanel /> : null}
        {here.throughAgency === null ? <EndPanel /> : null}
      </div>
    </>
  );
}

function NamePanel() {
  const api = useTRPC();
  const router = useRouter();
  const { here } = useShell();
  const rename = useMutation(
    api.workspace.rename.mutationOptions({
      onSuccess: () => {
        toast("Renamed.");
        router.refresh();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    rename.mutate({ workspace: here.slug, name: String(new FormData(event.currentTarget).get("name") ?? "") });
  };
  return (
    <Panel title="Name">
      <form onSubmit={submit} className="flex flex-col items-start gap-3 px-4 pt-1 pb-4">
        <TextField
          label="Name of the workspace"
          name="name"
          required
          maxLength={80}
          defaultValue={here.name}
          className="w-full"
        />
        <FormNote error={rename.error?.message ?? null} />
        <Button type="submit" busy={rename.isPending}>
          Save
        </Button>
      </form>
    </Panel>
  );
}

function FactorPanel() {
  const api = useTRPC();
  const router = useRouter();
  const { here } = useShell();
  const set = useMutation(
    api.workspace.requireFactor.mutationOptions({
      onSuccess: () => {
        toast("Saved. It counts at once.");
        router.refresh();
      },
    }),
  );
  const wanted = !here.requireFactor;
  return (
    <Panel title="Second factor">
      <div className="flex flex-col items-start gap-3 px-4 pt-1 pb-4">
        <p className="text-ink-2">
          {here.requireFactor
            ? "Nobody works in this workspace without a second factor."
            : "People may work here with the link from their mail alone. Connecting stores, money, access for agencies and exports ask for a second factor anyway."}
        </p>
        <FormNote error={set.error?.message ?? null} />
        <Button busy={set.isPending} onClick={() => set.mutate({ workspace: here.slug, requireFactor: wanted })}>
          {wanted ? "Require it of everybody" : "No longer require it"}
        </Button>
      </div>
    </Panel>
  );
}

function EndPanel() {
  const { here } = useShell();
  const [asking, setAsking] = useState<"leave" | "remove" | null>(null);
  return (
    <Panel title="Leave or delete">
      <div className="flex flex-col items-start gap-3 px-4 pt-1 pb-4">
        <p className="text-ink-2">
          Who leaves sees nothing of the workspace any more. A deleted workspace stops sending at once and is erased
          seven days later; until then an owner can keep it, in their account under Workspaces.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAsking("leave")}>Leave this workspace</Button>
          {here.role === "owner" ? <Button onClick={() => setAsking("remove")}>Delete this workspace</Button> : null}
        </div>
      </div>
      {asking === "leave" ? <LeaveDialog onClose={() => setAsking(null)} /> : null}
      {asking === "remove" ? <DeleteDialog onClose={() => setAsking(null)} /> : null}
    </Panel>
  );
}
