"use client";

import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { startGoogle } from "./auth-requests.ts";

export function GoogleButton({ next }: { next: string }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const start = () => {
    setBusy(true);
    startGoogle(next).then(
      (url) => window.location.assign(url),
      () => {
        setBusy(false);
        setError("Google could not be reached. Check your connection and try again.");
      },
    );
  };
  return (
    <div className="mt-6 flex flex-col gap-2">
      <Button size="large" busy={busy} onClick={start}>
        Continue with Google
      </Button>
      <FormNote error={error} />
    </div>
  );
}
