"use client";

import { ruleLabel } from "@heed/core/policy/explain-reason";
import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { type FormEvent, useRef } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { LANE_WORDS } from "../message/message-words.ts";
import { cappedCount } from "../number-words.ts";
import { sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { LANE_FILTERS, ORDER_FILTERS, orderQuery, STATE_SEGMENTS } from "./order-filters.ts";
import { SEGMENT_WORDS } from "./segment-words.ts";

const TYPING_MS = 300;

/** Search, state and lane; a change of any begins again at the newest page. */
export function OrderToolbar({ counts }: { counts: Outputs["order"]["counts"] | undefined }) {
  const place = usePlace();
  const router = useRouter();
  const [filters, setFilters] = useQueryStates(ORDER_FILTERS, { history: "push" });
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({ search: () => search.current?.focus() });
  const page = sectionPath(place, "orders");
  const href = (state: (typeof STATE_SEGMENTS)[number] | null) =>
    orderQuery(page, { ...filters, state, rule: null, after: null, before: null });
  const typed = (event: FormEvent<HTMLInputElement>) => {
    const q = event.currentTarget.value.trim();
    void setFilters(
      { q: q === "" ? null : q, rule: null, after: null, before: null },
      { history: "replace", throttleMs: TYPING_MS },
    );
  };
  const clear = () => {
    if (search.current !== null) search.current.value = "";
    router.push(page);
  };
  const filtered = filters.q !== null || filters.lane !== null || filters.rule !== null;
  return (
    <div className="flex flex-wrap items-center gap-2 pb-3">
      <div className="relative w-70 max-sm:w-full">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-3"
        />
        <input
          ref={search}
          type="search"
          aria-label="Search by order id"
          aria-keyshortcuts="/"
          placeholder="Order id"
          defaultValue={filters.q ?? ""}
          onInput={typed}
          className="h-8 w-full rounded-box border border-control/60 bg-surface pr-2 pl-8 placeholder:text-ink-3 max-sm:h-11"
        />
      </div>
      <Segmented
        label="State"
        current={filters.state ?? "all"}
        segments={[
          { key: "all", label: "All", href: href(null), ...countOf(counts?.all) },
          ...STATE_SEGMENTS.map((state) => ({
            key: state,
            label: SEGMENT_WORDS[state],
            href: href(state),
            ...countOf(counts?.[state]),
          })),
        ]}
      />
      <label className="flex items-center gap-2 text-small text-ink-2">
        <span className="sr-only">Lane</span>
        <select
          value={filters.lane ?? ""}
          onChange={(event) => {
            const lane = LANE_FILTERS.find((each) => each === event.currentTarget.value) ?? null;
            void setFilters({ lane, rule: null, after: null, before: null });
          }}
          className="h-8 rounded-box border border-control/60 bg-surface px-2 text-small text-ink max-sm:h-11"
        >
          <option value="">Any lane</option>
          {LANE_FILTERS.map((lane) => (
            <option key={lane} value={lane}>
              {LANE_WORDS[lane]}
            </option>
          ))}
        </select>
      </label>
      {filters.rule === null ? null : (
        <span className="rounded-badge bg-sunken px-2 py-1 text-small text-ink-2">
          Kept out by: {ruleLabel(filters.rule)}
        </span>
      )}
      {filtered ? (
        <Button variant="ghost" size="small" onClick={clear}>
          <X aria-hidden className="size-4" /> Clear filters
        </Button>
      ) : null}
    </div>
  );
}

function countOf(value: number | undefined): { count?: string } {
  return value === undefined ? {} : { count: cappedCount(value) };
}
