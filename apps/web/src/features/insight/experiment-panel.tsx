"use client";

import { Panel } from "../../ui/page-header.tsx";

/** Experiments belong to flows; their results stand with them. */
export function ExperimentPanel() {
  return (
    <Panel title="Experiments">
      <p className="px-4 pt-2 pb-4 text-ink-2">
        What two versions of a flow brought stands with the flow, with its sample and the test that decides. Opens are
        not measured: Amazon forbids tracking.
      </p>
    </Panel>
  );
}
