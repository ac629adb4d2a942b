"use client";

import type { Outputs } from "../../server/routers/app.ts";
import { Badge } from "../../ui/badge.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { templatePath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";

type Row = Outputs["template"]["list"][number];

const NAMES = new Intl.DisplayNames(["en"], { type: "language" });

/** What the rules of today say otherwise than those of the day on which a text was saved; nothing where nothing changed. */
export function RuleChanges({ rows }: { rows: readonly Row[] }) {
  const place = usePlace();
  const lines = rows.flatMap(({ id, name, changes }) => changes.map((change) => ({ id, name, ...change })));
  if (lines.length === 0) return null;
  return (
    <Panel
      title="Changed by newer rules"
      note="Each text is judged again whenever the rules change. A blocked one goes to no buyer until it is corrected."
    >
      <ul className="divide-y divide-hairline px-4 pt-1 pb-3 text-small">
        {lines.map(({ id, name, language, appeared, gone, blocked }) => (
          <li key={`${id} ${language}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <IntentLink href={templatePath(place, id)} className="font-medium hover:underline">
              {name}, {NAMES.of(language) ?? language}
            </IntentLink>
            {appeared.length === 0 ? null : <span>finds now: {appeared.join(", ")}</span>}
            {gone.length === 0 ? null : <span className="text-ink-2">no longer: {gone.join(", ")}</span>}
            {blocked ? <Badge tone="refused">Blocked</Badge> : <Badge tone="reached">Still serves</Badge>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
