import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly title: string;
  /** What will appear here, or what was looked for. */
  readonly text: string;
  readonly action?: ReactNode;
  /** Rows drawn faintly below, for "never any". */
  readonly ghosts?: boolean;
}

const GHOSTS = [72, 58, 66, 49];

export function EmptyState({ title, text, action, ghosts = false }: EmptyStateProps) {
  return (
    <div className="flex min-h-80 flex-col items-center px-6 pt-16 pb-8 text-center">
      <h2 className="text-section">{title}</h2>
      <p className="mt-1 max-w-md text-balance text-ink-2">{text}</p>
      {action === undefined ? null : <div className="mt-4">{action}</div>}
      {ghosts ? (
        <div aria-hidden className="mt-10 w-full max-w-xl opacity-40">
          {GHOSTS.map((width) => (
            <div key={width} className="flex h-9 items-center gap-4 border-b border-hairline">
              <span className="size-2.5 rounded-full bg-hairline" />
              <span className="h-2.5 rounded-badge bg-hairline" style={{ width: `${width}%` }} />
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
