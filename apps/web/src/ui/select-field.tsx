import { type SelectHTMLAttributes, useId } from "react";
import { cn } from "./cn.ts";

interface SelectFieldProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "size"> {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
}

/** A label and the browser's own list to choose from; its options are the children. */
export function SelectField({ label, hint, className, children, ...select }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={cn("flex flex-col", className)}>
      <label htmlFor={id} className="mb-1.5 text-small font-medium">
        {label}
      </label>
      <select
        {...select}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        className="h-10 w-full rounded-box border border-control bg-surface px-3"
      >
        {children}
      </select>
      {hint === undefined ? null : (
        <p id={`${id}-note`} className="pt-1 text-small text-ink-3">
          {hint}
        </p>
      )}
    </div>
  );
}
