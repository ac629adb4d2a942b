import { cn } from "../../ui/cn.ts";

/** From here on the cap is worth a look. */
const NEAR = 0.8;

/** How much of the day's e-mails is used; the number says it, the bar shows it. */
export function CapMeter({ used, of }: { used: number; of: number }) {
  const share = of === 0 ? 1 : Math.min(1, used / of);
  return (
    <span className="flex items-center gap-2 tabular-nums">
      <span aria-hidden className="h-1.5 w-12 overflow-hidden rounded-badge bg-hover">
        <span
          className={cn("block h-full rounded-badge", share >= NEAR ? "bg-mark-waiting" : "bg-accent")}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span className="text-small text-ink-2">
        {used.toLocaleString("en")} of {of.toLocaleString("en")}
        {share >= NEAR ? ", near the cap" : ""}
      </span>
    </span>
  );
}
