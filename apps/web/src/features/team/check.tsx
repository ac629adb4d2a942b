interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: () => void;
}

export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="flex min-h-7 cursor-pointer items-center gap-2 max-sm:min-h-11">
      <input type="checkbox" checked={checked} onChange={onChange} className="size-4 accent-accent" />
      <span className="min-w-0 truncate">{label}</span>
    </label>
  );
}
