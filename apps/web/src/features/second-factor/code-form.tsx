"use client";

import type { FormEvent } from "react";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";

interface CodeFormProps {
  readonly label: string;
  readonly action: string;
  readonly busy: boolean;
  readonly error: string | null;
  /** False where another way to confirm stands before this one. */
  readonly lead?: boolean;
  readonly onCode: (code: string) => void;
}

export function CodeForm({ label, action, busy, error, lead = true, onCode }: CodeFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onCode(String(new FormData(event.currentTarget).get("code") ?? ""));
  };
  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-3">
      <TextField
        label={label}
        name="code"
        required
        minLength={6}
        maxLength={40}
        mono
        autoFocus={lead}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        error={error}
      />
      <Button type="submit" variant={lead ? "primary" : "secondary"} size="large" busy={busy}>
        {action}
      </Button>
    </form>
  );
}
