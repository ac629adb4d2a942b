"use client";

import { StepUp } from "./step-up.tsx";

/** A whole load of the page that was wanted, so that nothing read before the factor was given is left. */
export function StepUpPanel({ next }: { next: string }) {
  return <StepUp onGiven={() => window.location.assign(next)} />;
}
