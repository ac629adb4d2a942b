import { type InputHTMLAttributes, useId } from "react";
import { cn } from "./cn.ts";

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "size"> {
  readonly label: string;
  readonly name: string;
  /** What to write, or why; replaced by `error` where there is one. */
  readonly hint?: string;
  readonly error?: string | null;
  readonly mono?: boolean;
}

/** A label, one line to write in and, below it, the hint or what is wrong with it. */
export function TextField({ label, hint, error = null, mono = false, className, ...input }: TextFieldProps) {
  const id = useId();
  const note = error ?? hint ?? null;
  return (
    <div className={cn("flex flex-col", className)}>
      <label htmlFor={id} className="mb-1.5 text-small font-medium">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={note === null ? undefined : `${id}-note`}
        className={cn(
          "h-10 w-full rounded-box border border-control bg-surface px-3 placeholder:text-ink-3 disabled:opacity-50",
          mono && "font-mono tabular-nums",
          error !== null && "border-refused",
        )}
      />
      {note === null ? null : (
        <p
          id={`${id}-note`}
          role={error === null ? undefined : "alert"}
          className={cn("pt-1 text-small", error === null ? "text-ink-3" : "text-refused")}
        >
          {note}
        </p>
      )}
    </div>
  );
}
