export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-section tracking-tight">
      <svg aria-hidden viewBox="0 0 32 32" className="size-6">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path className="fill-on-accent" d="M9 8h3.4v6.4h7.2V8H23v16h-3.4v-6.6h-7.2V24H9z" />
      </svg>
      Heed
    </span>
  );
}
