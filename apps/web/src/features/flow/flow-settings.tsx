"use client";

import type { FlowVersion } from "@heed/core/flow/flow";
import type { FlowProblem } from "@heed/core/flow/judge-condition";
import { MARKETPLACES } from "@heed/core/marketplace/marketplaces";
import { Panel } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useShell } from "../shell/shell-data.ts";

export interface DraftProps {
  readonly draft: FlowVersion;
  readonly problems: readonly FlowProblem[];
  readonly disabled: boolean;
  readonly onChange: (draft: FlowVersion) => void;
}

/** Name, turn among the flows, marketplaces and items that are left out. */
export function FlowSettings({ draft, problems, disabled, onChange }: DraftProps) {
  const exclusions = draft.exclusions ?? { skus: [], asins: [] };
  const problem = (path: string) =>
    problems.find((one) => one.path === path || one.path.startsWith(`${path}.`))?.message ?? null;
  return (
    <Panel title="Name, turn and exclusions">
      <div className="grid gap-4 px-4 pt-2 pb-4 sm:grid-cols-2">
        <TextField
          label="Name"
          name="name"
          value={draft.name}
          disabled={disabled}
          error={problem("name")}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
        <TextField
          label="Turn"
          name="priority"
          type="number"
          min={1}
          max={1000}
          value={Number.isFinite(draft.priority) ? draft.priority : ""}
          disabled={disabled}
          error={problem("priority")}
          hint="Lower is asked first. The first flow that matches an order takes it."
          onChange={(event) => onChange({ ...draft, priority: event.target.valueAsNumber })}
        />
        <TextField
          label="SKUs left out"
          name="skus"
          mono
          value={exclusions.skus.join(", ")}
          disabled={disabled}
          error={problem("exclusions.skus")}
          hint="Separated by commas."
          onChange={(event) => onChange({ ...draft, exclusions: { ...exclusions, skus: codes(event.target.value) } })}
        />
        <TextField
          label="ASINs left out"
          name="asins"
          mono
          value={exclusions.asins.join(", ")}
          disabled={disabled}
          error={problem("exclusions.asins")}
          hint="Separated by commas."
          onChange={(event) => onChange({ ...draft, exclusions: { ...exclusions, asins: codes(event.target.value) } })}
        />
        <Marketplaces draft={draft} disabled={disabled} onChange={onChange} />
      </div>
    </Panel>
  );
}

/** A comma at the end stays while one types on. */
function codes(text: string): string[] {
  const parts = text.split(",").map((part) => part.trimStart());
  return parts.length === 1 && parts[0] === "" ? [] : parts;
}

type MarketplacesProps = Pick<DraftProps, "draft" | "disabled" | "onChange">;

function Marketplaces({ draft, disabled, onChange }: MarketplacesProps) {
  const { stores } = useShell();
  const regions = new Set<string>(stores.map(({ region }) => region));
  const all = MARKETPLACES.filter(({ region }) => regions.size === 0 || regions.has(region));
  const chosen =
    draft.marketplaceIds === "all"
      ? new Set(all.map(({ marketplaceId }) => marketplaceId))
      : new Set(draft.marketplaceIds);
  const toggle = (id: string) => {
    const next = all
      .map(({ marketplaceId }) => marketplaceId)
      .filter((one) => (one === id ? !chosen.has(one) : chosen.has(one)));
    onChange({ ...draft, marketplaceIds: next.length === all.length ? "all" : next });
  };
  return (
    <fieldset className="sm:col-span-2">
      <legend className="mb-1.5 text-small font-medium">Marketplaces</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1.5">
        {all.map(({ marketplaceId, name }) => (
          <label key={marketplaceId} className="inline-flex items-center gap-1.5 text-small max-sm:min-h-11">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={chosen.has(marketplaceId)}
              disabled={disabled}
              onChange={() => toggle(marketplaceId)}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
