"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { counted } from "../number-words.ts";
import { StepUpDialog } from "../second-factor/step-up-dialog.tsx";
import { ROLE_WORDS } from "./role-words.ts";

type Offer = NonNullable<Outputs["grant"]["offered"]>;
type Agency = Outputs["workspace"]["list"][number];

interface AcceptGrantProps {
  readonly token: string;
  readonly offer: Outputs["grant"]["offered"];
  readonly agencies: readonly Agency[];
}

const CLOSED = {
  expired: "It was valid for two weeks. Ask for another one.",
  accepted: "Somebody accepted it already.",
  ended: "It was taken back.",
} as const;

export function AcceptGrant({ token, offer, agencies }: AcceptGrantProps) {
  if (offer === null || offer.state !== "open") {
    return (
      <>
        <h1 className="text-title">This offer is closed</h1>
        <p className="mt-1 text-ink-2">
          {offer === null ? "Nobody made it." : CLOSED[offer.state as keyof typeof CLOSED]}
        </p>
      </>
    );
  }
  return (
    <>
      <h1 className="text-title break-words">{offer.workspace} lets you in</h1>
      <p className="mt-1 text-ink-2">
        Into {offer.stores === null ? "all its stores" : counted(offer.stores, "store")} as{" "}
        {ROLE_WORDS[offer.role].title.toLowerCase()}. What your people do there stands in its audit log, and it can take
        the access back at any moment.
      </p>
      {agencies.length === 0 ? <NoAgency /> : <Choose token={token} offer={offer} agencies={agencies} />}
      <StepUpDialog />
    </>
  );
}

function NoAgency() {
  return (
    <>
      <p className="mt-4 text-ink-2">You need a workspace of the kind agency in which you are an owner or admin.</p>
      <a href="/new-workspace" className={`${buttonClass("primary", "large")} mt-6`}>
        Make a workspace
      </a>
    </>
  );
}

function Choose({ token, agencies }: AcceptGrantProps & { readonly offer: Offer }) {
  const api = useTRPC();
  const [workspace, setWorkspace] = useState(agencies[0]?.slug ?? "");
  const accept = useMutation(
    api.grant.accept.mutationOptions({ onSuccess: () => window.location.assign(`/w/${workspace}/clients`) }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate({ workspace, token });
  };
  return (
    <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
      <SelectField
        label="Accept it for"
        name="workspace"
        value={workspace}
        onChange={(event) => setWorkspace(event.target.value)}
      >
        {agencies.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </SelectField>
      <FormNote error={accept.error?.message ?? null} />
      <Button type="submit" variant="primary" size="large" busy={accept.isPending || accept.isSuccess}>
        Accept
      </Button>
    </form>
  );
}
