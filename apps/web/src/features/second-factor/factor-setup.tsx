"use client";

import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { PasskeySetup } from "./passkey-setup.tsx";
import { TotpSetup } from "./totp-setup.tsx";

/** For people who have no second factor yet: an app that shows codes, or a passkey. */
export function FactorSetup({ onDone }: { onDone: () => void }) {
  const [kind, setKind] = useState<"app" | "passkey" | null>(null);
  if (kind === "app") return <TotpSetup onDone={onDone} />;
  if (kind === "passkey") return <PasskeySetup onDone={onDone} />;
  return (
    <>
      <p className="text-ink-2">
        This needs a second factor, and you have none yet. With one, whoever reads your mail still cannot get in here.
      </p>
      <div className="mt-4 flex flex-col gap-2">
        <Button variant="primary" size="large" onClick={() => setKind("app")}>
          Set up an authenticator app
        </Button>
        <Button size="large" onClick={() => setKind("passkey")}>
          Set up a passkey
        </Button>
      </div>
    </>
  );
}
