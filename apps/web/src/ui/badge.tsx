import type { ReactNode } from "react";
import { cn } from "./cn.ts";

export type BadgeTone = "neutral" | "reached" | "waiting" | "refused" | "accent";

const TONES: Readonly<Record<BadgeTone, string>> = {
  neutral: "border border-hairline text-ink-2",
  reached: "bg-reached-soft text-reached",
  waiting: "bg-waiting-soft text-waiting",
  refused: "bg-refused-soft text-refused",
  accent: "bg-accent-soft text-accent",
};

export function Badge({ tone = "neutral", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={cn(
        "inline-flex h-5 items-center gap-1 rounded-badge px-1.5 text-micro whitespace-nowrap tabular-nums",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
