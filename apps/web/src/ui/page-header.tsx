import type { ReactNode } from "react";

interface PageHeaderProps {
  readonly title: ReactNode;
  /** What the title counts, such as "≈ 12,400". */
  readonly count?: string;
  readonly children?: ReactNode;
}

export function PageHeader({ title, count, children }: PageHeaderProps) {
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <h1 className="text-title">{title}</h1>
      {count === undefined ? null : <span className="text-small text-ink-3 tabular-nums">{count}</span>}
      <div className="ml-auto flex items-center gap-2">{children}</div>
    </header>
  );
}

/** A box with a hairline, a title and, at its right, what one can do with it. */
export function Panel({
  title,
  note,
  action,
  children,
}: {
  title: string;
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="rounded-box border border-hairline bg-surface">
      <div className="flex min-h-11 flex-wrap items-baseline gap-x-3 gap-y-1 px-4 pt-3">
        <h2 className="font-semibold">{title}</h2>
        {note === undefined ? null : <p className="text-small text-ink-2">{note}</p>}
        {action === undefined ? null : <div className="ml-auto">{action}</div>}
      </div>
      {children}
    </section>
  );
}
