"use client";

import { diffFlow } from "@heed/core/flow/diff-flow";
import type { FlowVersion } from "@heed/core/flow/flow";
import { useState } from "react";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Time } from "../../ui/time.tsx";
import { counted } from "../number-words.ts";
import type { FlowDetail } from "./flow-editor.tsx";

/** The versions, what each changed, and how many planned messages stand on it. */
export function FlowVersions({ flow }: { flow: FlowDetail }) {
  const [open, setOpen] = useState<number | null>(null);
  const { versions, plannedBy, activeVersion, state, replanning } = flow;
  return (
    <Panel title="Versions">
      {replanning === null ? null : (
        <p role="status" className="px-4 pb-2 text-small text-waiting">
          Orders are planned anew: {counted(replanning.done, "order")}
          {replanning.total === null ? "" : ` of ${replanning.total}`} so far.
        </p>
      )}
      <ul className="divide-y divide-hairline border-t border-hairline">
        {versions.map(({ version, at, definition }, index) => {
          const planned = plannedBy.find((row) => row.version === version)?.count ?? 0;
          const before = versions[index + 1]?.definition ?? null;
          return (
            <li key={version} className="px-4 py-2.5 text-small">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-medium tabular-nums">Version {version}</span>
                {version === activeVersion && state !== "draft" ? <Badge tone="reached">On</Badge> : null}
                <Time at={at.toString()} zone="UTC" className="text-ink-3" />
                <span className="ml-auto text-ink-2 tabular-nums">{counted(planned, "planned message")}</span>
                {before === null ? null : (
                  <Button
                    size="small"
                    variant="ghost"
                    aria-expanded={open === version}
                    onClick={() => setOpen(open === version ? null : version)}
                  >
                    What changed
                  </Button>
                )}
              </div>
              {before !== null && open === version ? <Diff before={before} after={definition} /> : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function Diff({ before, after }: { before: FlowVersion; after: FlowVersion }) {
  const changes = diffFlow(before, after);
  if (changes.length === 0) return <p className="pt-2 text-ink-2">Nothing differs.</p>;
  return (
    <dl className="grid gap-x-3 gap-y-1 pt-2 sm:grid-cols-[140px_minmax(0,1fr)]">
      {changes.map(({ what, before: was, after: is }) => (
        <div key={what} className="contents">
          <dt className="text-ink-2">{what}</dt>
          <dd>
            <del className="text-ink-3">{was ?? "none"}</del>{" "}
            <ins className="font-medium no-underline">{is ?? "none"}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
