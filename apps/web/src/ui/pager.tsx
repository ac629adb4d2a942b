import { ChevronLeft, ChevronRight } from "lucide-react";
import { cn } from "./cn.ts";
import { IntentLink } from "./intent-link.tsx";

interface PagerProps {
  /** Addresses of the pages beside this one; null at an end. */
  readonly newer: string | null;
  readonly older: string | null;
  readonly range: string;
}

const STEP = "focus-inset inline-flex h-7 items-center gap-1 px-2.5 text-small font-medium max-sm:h-11";

export function Pager({ newer, older, range }: PagerProps) {
  return (
    <div className="flex items-center justify-between gap-4 py-3">
      <p className="text-small text-ink-3 tabular-nums">{range}</p>
      <nav aria-label="Pages" className="flex divide-x divide-hairline rounded-box border border-hairline bg-surface">
        <Step href={newer} rel="prev">
          <ChevronLeft aria-hidden className="size-4" /> Newer
        </Step>
        <Step href={older} rel="next">
          Older <ChevronRight aria-hidden className="size-4" />
        </Step>
      </nav>
    </div>
  );
}

function Step({ href, rel, children }: { href: string | null; rel: "prev" | "next"; children: React.ReactNode }) {
  if (href === null) {
    return (
      <span aria-disabled="true" className={cn(STEP, "cursor-not-allowed text-ink-3 opacity-60")}>
        {children}
      </span>
    );
  }
  return (
    <IntentLink href={href} rel={rel} data-page={rel} className={cn(STEP, "text-ink-2 hover:bg-hover hover:text-ink")}>
      {children}
    </IntentLink>
  );
}
