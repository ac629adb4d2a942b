"use client";

import { type FormEvent, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { requestLink } from "./auth-requests.ts";

export function SignInForm({ next }: { next: string }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    setBusy(true);
    setFailed(false);
    try {
      window.location.assign(await requestLink({ email, next }));
    } catch {
      setFailed(true);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit} className="mt-6 flex flex-col">
      <label htmlFor="email" className="mb-1.5 text-small font-medium">
        E-mail address
      </label>
      <input
        id="email"
        name="email"
        type="email"
        required
        autoComplete="email"
        inputMode="email"
        enterKeyHint="send"
        aria-describedby="email-help"
        className="h-10 rounded-box border border-control bg-surface px-3 placeholder:text-ink-3"
        placeholder="you@example.com"
      />
      <p id="email-help" role={failed ? "alert" : undefined} className="min-h-7 pt-1 text-small text-ink-3">
        {failed ? (
          <span className="text-refused">The link could not be asked for. Check your connection and try again.</span>
        ) : null}
      </p>
      <Button type="submit" variant="primary" size="large" busy={busy}>
        Send me a link
      </Button>
    </form>
  );
}
