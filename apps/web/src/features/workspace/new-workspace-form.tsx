"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/cn.ts";
import { FormNote } from "../../ui/form-note.tsx";
import { TextField } from "../../ui/text-field.tsx";

const KINDS = [
  { kind: "seller", title: "Seller", text: "You sell on Amazon and connect your own stores." },
  {
    kind: "agency",
    title: "Agency",
    text: "You run stores for clients: your own connections, or theirs that let you in.",
  },
] as const;
type Kind = (typeof KINDS)[number]["kind"];

export function NewWorkspaceForm() {
  const api = useTRPC();
  const [kind, setKind] = useState<Kind>("seller");
  const create = useMutation(
    api.workspace.create.mutationOptions({
      onSuccess: ({ slug }) => window.location.assign(`/w/${slug}/onboarding`),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate({ name: String(new FormData(event.currentTarget).get("name") ?? ""), kind });
  };
  return (
    <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
      <TextField label="Name" name="name" required maxLength={80} autoComplete="organization" placeholder="Acme GmbH" />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 text-small font-medium">Kind</legend>
        {KINDS.map((of) => (
          <KindChoice key={of.kind} {...of} checked={of.kind === kind} onChoose={() => setKind(of.kind)} />
        ))}
      </fieldset>
      <FormNote error={create.error?.message ?? null} />
      <Button type="submit" variant="primary" size="large" busy={create.isPending || create.isSuccess}>
        Make workspace
      </Button>
    </form>
  );
}

interface KindChoiceProps {
  readonly kind: Kind;
  readonly title: string;
  readonly text: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function KindChoice({ kind, title, text, checked, onChoose }: KindChoiceProps) {
  return (
    <label
      className={cn(
        "flex cursor-pointer items-start gap-3 rounded-box border px-3 py-2.5 has-focus-visible:ring-2 has-focus-visible:ring-ring",
        checked ? "border-accent bg-accent-soft" : "border-hairline hover:bg-hover",
      )}
    >
      <input
        type="radio"
        name="kind"
        value={kind}
        checked={checked}
        onChange={onChoose}
        className="mt-1 accent-accent"
      />
      <span>
        <span className="block font-medium">{title}</span>
        <span className="block text-small text-ink-2">{text}</span>
      </span>
    </label>
  );
}
