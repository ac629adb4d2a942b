"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { answerFactor, isFactorAsked, onFactorAsked } from "../../trpc/step-up-request.ts";
import { Dialog } from "../../ui/dialog.tsx";

const StepUp = lazy(() => import("./step-up.tsx").then((module) => ({ default: module.StepUp })));

/** Opens when a call of this tab needs a fresh second factor; closing it lets the call fail. */
export function StepUpDialog() {
  const asked = useSyncExternalStore(onFactorAsked, isFactorAsked, () => false);
  if (!asked) return null;
  return (
    <Dialog open onClose={() => answerFactor(false)} title="Confirm that it is you" className="max-w-104">
      <div className="overflow-y-auto px-4 pb-4">
        <Suspense fallback={<p className="py-8 text-center text-ink-2">One moment.</p>}>
          <StepUp onGiven={() => answerFactor(true)} />
        </Suspense>
      </div>
    </Dialog>
  );
}
