"use client";

import { Button, buttonClass } from "../../ui/button.tsx";

/** Says what happened, what it means for orders, and what to do. */
export function FaultPage({ onRetry }: { onRetry: () => void }) {
  return (
    <main className="mx-auto flex max-w-reading flex-col items-start gap-3 px-6 py-16">
      <h1 className="text-title">This page could not be loaded</h1>
      <p className="text-ink-2">
        Something went wrong while reading your data. Sending goes on by itself and does not depend on this page.
      </p>
      <div className="mt-2 flex gap-2">
        <Button variant="primary" onClick={onRetry}>
          Load again
        </Button>
        <a href="/w" className={buttonClass("secondary")}>
          Back to your workspaces
        </a>
      </div>
    </main>
  );
}
