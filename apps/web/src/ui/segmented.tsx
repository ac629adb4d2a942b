import { cn } from "./cn.ts";
import { IntentLink } from "./intent-link.tsx";

export interface Segment {
  readonly key: string;
  readonly label: string;
  readonly count?: string;
  readonly href: string;
}

/** A choice of one, as links, so that each can be opened in its own tab. */
export function Segmented({
  label,
  segments,
  current,
}: {
  label: string;
  segments: readonly Segment[];
  current: string;
}) {
  return (
    <nav aria-label={label} className="flex max-w-full gap-0.5 overflow-x-auto rounded-box bg-sunken p-0.5">
      {segments.map((segment) => (
        <IntentLink
          key={segment.key}
          href={segment.href}
          scroll={false}
          aria-current={segment.key === current ? "true" : undefined}
          className={cn(
            "focus-inset inline-flex h-7 items-center gap-1.5 rounded-item px-2.5 text-small whitespace-nowrap text-ink-2 hover:text-ink max-sm:h-10",
            segment.key === current && "bg-surface font-medium text-ink ring-1 ring-hairline",
          )}
        >
          {segment.label}
          {segment.count === undefined ? null : <span className="text-ink-3 tabular-nums">{segment.count}</span>}
        </IntentLink>
      ))}
    </nav>
  );
}
