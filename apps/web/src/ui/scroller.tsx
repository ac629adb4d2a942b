import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface ScrollerProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A box that scrolls by itself; it takes the focus, so that the keyboard can scroll it too. */
export function Scroller({ label, className, children }: ScrollerProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable by keyboard (axe: scrollable-region-focusable)
      tabIndex={0}
      className={cn("focus-inset overflow-auto", className)}
    >
      {children}
    </section>
  );
}
