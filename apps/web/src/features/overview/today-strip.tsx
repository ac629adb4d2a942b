import { cn } from "../../ui/cn.ts";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Mark, type Shape, type Tone } from "../../ui/state-mark.tsx";
import { count } from "../number-words.ts";

export interface TodayFigure {
  readonly label: string;
  readonly value: number;
  readonly note: string;
  readonly tone: Tone;
  readonly shape: Shape;
  readonly href: string;
}

/** The four numbers that answer "is everything going out, what was refused, what needs me". */
export function TodayStrip({ figures }: { figures: readonly TodayFigure[] }) {
  return (
    <section
      aria-label="Today"
      className="grid grid-cols-4 gap-px overflow-clip rounded-box border border-hairline bg-hairline max-lg:grid-cols-2"
    >
      {figures.map(({ label, value, note, tone, shape, href }) => (
        <IntentLink key={label} href={href} className="focus-inset group bg-surface px-4 py-3 hover:bg-hover">
          <span className="flex items-center gap-1.5 text-small text-ink-2">
            <Mark tone={value === 0 ? "rule" : tone} shape={shape} />
            {label}
          </span>
          <span className={cn("mt-1 block text-figure tabular-nums", value === 0 && "text-ink-3")}>{count(value)}</span>
          <span className="block text-small text-ink-3">{note}</span>
        </IntentLink>
      ))}
    </section>
  );
}
