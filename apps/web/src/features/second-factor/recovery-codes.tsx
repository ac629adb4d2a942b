"use client";

import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";

/** Shown once: we keep hashes only. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <>
      <p className="text-ink-2">
        Keep these recovery codes somewhere safe. Each lets you in once if you lose your telephone, and we cannot show
        them again.
      </p>
      <ul
        aria-label="Recovery codes"
        className="mt-4 grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-box bg-sunken p-4 max-sm:grid-cols-1"
      >
        {codes.map((code) => (
          <li key={code} className="font-mono text-small tabular-nums">
            {code}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button variant="primary" size="large" onClick={onKept}>
          I have kept them
        </Button>
        <CopyButton text={codes.join("\n")} what="recovery codes" className="size-8" />
      </div>
    </>
  );
}
