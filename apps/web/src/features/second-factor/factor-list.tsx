"use client";

import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { Button } from "../../ui/button.tsx";
import { Time } from "../../ui/time.tsx";
import { RemoveFactor, RenameFactor } from "./factor-dialogs.tsx";

export type Factor = Outputs["secondFactor"]["state"]["authenticators"][number];

const KINDS: Readonly<Record<Factor["kind"], string>> = { totp: "App that shows codes", passkey: "Passkey" };

/** The second factors of a person, with what can be done with each. */
export function FactorList({ factors }: { factors: readonly Factor[] }) {
  const [open, setOpen] = useState<{ readonly factor: Factor; readonly act: "rename" | "remove" } | null>(null);
  const close = () => setOpen(null);
  if (factors.length === 0) {
    return <p className="px-4 pt-1 pb-4 text-ink-2">None yet. Whoever can read your mail can sign in as you.</p>;
  }
  return (
    <>
      <ul className="mt-2">
        {factors.map((factor) => (
          <li
            key={factor.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline px-4 py-2.5"
          >
            <FactorWords factor={factor} />
            <span className="flex gap-2">
              <Button
                size="small"
                aria-label={`Rename ${factor.name}`}
                onClick={() => setOpen({ factor, act: "rename" })}
              >
                Rename
              </Button>
              <Button
                size="small"
                aria-label={`Remove ${factor.name}`}
                onClick={() => setOpen({ factor, act: "remove" })}
              >
                Remove
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {open?.act === "rename" ? <RenameFactor factor={open.factor} onClose={close} /> : null}
      {open?.act === "remove" ? <RemoveFactor factor={open.factor} onClose={close} /> : null}
    </>
  );
}

function FactorWords({ factor: { name, kind, createdAt, lastUsedAt } }: { factor: Factor }) {
  return (
    <span className="min-w-0 flex-1 basis-48">
      <span className="block font-medium wrap-anywhere">{name}</span>
      <span className="text-small text-ink-2">
        {KINDS[kind]}, added <Time at={createdAt.toString()} zone="UTC" />
        {lastUsedAt === null ? null : (
          <>
            , last used <Time at={lastUsedAt.toString()} zone="UTC" />
          </>
        )}
      </span>
    </span>
  );
}
