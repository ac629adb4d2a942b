"use client";

import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { signOut } from "./auth-requests.ts";

export function SignOutButton() {
  const [busy, setBusy] = useState(false);
  return (
    <Button
      busy={busy}
      onClick={() => {
        setBusy(true);
        signOut().catch(() => setBusy(false));
      }}
    >
      Sign out
    </Button>
  );
}
