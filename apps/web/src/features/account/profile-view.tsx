"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";

type Profile = Outputs["account"]["profile"];

const fieldOf = (event: FormEvent<HTMLFormElement>, name: string): string => {
  event.preventDefault();
  return String(new FormData(event.currentTarget).get(name) ?? "");
};

export function ProfileView({ profile }: { profile: Profile }) {
  return (
    <>
      <PageHeader title="Profile" />
      <div className="flex flex-col gap-4">
        <NamePanel name={profile.name} />
        <EmailPanel email={profile.email} />
        <RemovePanel email={profile.email} />
      </div>
    </>
  );
}

function NamePanel({ name }: { name: string | null }) {
  const api = useTRPC();
  const save = useMutation(api.account.setName.mutationOptions({ onSuccess: () => void toast("Saved.") }));
  return (
    <Panel title="Name">
      <form
        onSubmit={(event) => save.mutate({ name: fieldOf(event, "name") })}
        className="flex flex-col items-start gap-3 px-4 pt-1 pb-4"
      >
        <TextField
          label="How colleagues see you"
          name="name"
          required
          maxLength={80}
          autoComplete="name"
          defaultValue={name ?? ""}
          className="w-full"
        />
        <FormNote error={save.error?.message ?? null} />
        <Button type="submit" busy={save.isPending}>
          Save
        </Button>
      </form>
    </Panel>
  );
}

function EmailPanel({ email }: { email: string }) {
  const api = useTRPC();
  const ask = useMutation(api.account.changeEmail.mutationOptions());
  return (
    <Panel title="E-mail address" note={email}>
      <form
        onSubmit={(event) => ask.mutate({ email: fieldOf(event, "email") })}
        className="flex flex-col items-start gap-3 px-4 pt-1 pb-4"
      >
        <TextField
          label="New address"
          name="email"
          type="email"
          required
          autoComplete="email"
          hint="It counts once you press the button in the mail that we send there."
          className="w-full"
        />
        <FormNote error={ask.error?.message ?? null} />
        {ask.data === undefined ? null : (
          <p role="status" className="text-small break-words text-ink-2">
            A mail is on its way to {ask.data.email}. Its link works once, for 24 hours.
          </p>
        )}
        <Button type="submit" busy={ask.isPending}>
          Send the link
        </Button>
      </form>
    </Panel>
  );
}

function RemovePanel({ email }: { email: string }) {
  const api = useTRPC();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    api.account.remove.mutationOptions({ onSuccess: () => window.location.assign("/sign-in") }),
  );
  return (
    <Panel title="Delete the account">
      <div className="flex flex-col items-start gap-3 px-4 pt-1 pb-4">
        <p className="text-ink-2">
          Your sign-in, second factors and memberships go at once. Workspaces stay; one that you own alone has to get
          another owner, or be deleted, first.
        </p>
        <Button onClick={() => setAsking(true)}>Delete my account</Button>
      </div>
      {asking ? (
        <ConfirmDialog
          title={`Delete the account ${email}`}
          action="Delete"
          typed={{ label: `Type ${email} to go on`, text: email }}
          busy={remove.isPending || remove.isSuccess}
          error={remove.error?.message ?? null}
          onConfirm={() => remove.mutate({ typedEmail: email })}
          onClose={() => setAsking(false)}
        >
          <p>This cannot be undone.</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
