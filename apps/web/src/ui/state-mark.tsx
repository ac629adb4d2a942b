import { cn } from "./cn.ts";

export type Tone = "reached" | "waiting" | "refused" | "rule" | "accent";
export type Shape = "disc" | "ring" | "square" | "diamond" | "slash" | "dash";

const TONES: Readonly<Record<Tone, string>> = {
  reached: "text-mark-reached",
  waiting: "text-mark-waiting",
  refused: "text-mark-refused",
  rule: "text-mark-rule",
  accent: "text-accent",
};

function outline(shape: Shape) {
  switch (shape) {
    case "disc":
      return <circle cx="5" cy="5" r="4" fill="currentColor" />;
    case "ring":
      return <circle cx="5" cy="5" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.75" />;
    case "dash":
      return (
        <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.6" />
      );
    case "square":
      return <rect x="1.25" y="1.25" width="7.5" height="7.5" rx="1" fill="currentColor" />;
    case "diamond":
      return <rect x="2" y="2" width="6" height="6" rx="0.75" fill="currentColor" transform="rotate(45 5 5)" />;
    case "slash":
      return (
        <g fill="none" stroke="currentColor" strokeWidth="1.5">
          <rect x="1.5" y="1.5" width="7" height="7" rx="1" />
          <path d="M2.5 7.5l5-5" />
        </g>
      );
  }
}

/** A mark by colour and shape; the word always stands beside it, so it is hidden from readers. */
export function Mark({ tone, shape, className }: { tone: Tone; shape: Shape; className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 10 10" className={cn("size-2.5 shrink-0", TONES[tone], className)}>
      {outline(shape)}
    </svg>
  );
}

interface StateMarkProps {
  readonly tone: Tone;
  readonly shape: Shape;
  readonly word: string;
  readonly className?: string;
}

export function StateMark({ tone, shape, word, className }: StateMarkProps) {
  return (
    <span className={cn("inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <Mark tone={tone} shape={shape} />
      {word}
    </span>
  );
}
