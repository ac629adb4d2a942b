/** A square with the first letter: nothing is asked of an avatar service. */
export function WorkspaceInitial({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="inline-flex size-5 shrink-0 items-center justify-center rounded-badge bg-accent text-micro text-on-accent"
    >
      {name.slice(0, 1).toUpperCase()}
    </span>
  );
}
