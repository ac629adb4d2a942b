"use client";

import { useState } from "react";
import { Button } from "../../ui/button.tsx";

interface ConfirmFormProps {
  readonly token: string;
  readonly email: string;
  readonly callbackUrl: string;
}

/** A plain form, so that it works before any script has run; the script only keeps the button from being pressed twice. */
export function ConfirmForm({ token, email, callbackUrl }: ConfirmFormProps) {
  const [busy, setBusy] = useState(false);
  return (
    <form method="post" action="/api/auth/callback/email" onSubmit={() => setBusy(true)} className="mt-6 flex flex-col">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <Button type="submit" variant="primary" size="large" busy={busy}>
        Sign in
      </Button>
    </form>
  );
}
