/** Keys as one presses them: `["g", "o"]` or `["⌘", "K"]`. */
export function Kbd({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-badge border border-hairline bg-surface px-1 font-sans text-micro text-ink-3"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
