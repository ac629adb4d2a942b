import { type SelectHTMLAttributes, useId } from "react";
import { cn } from "./cn.ts";

const LOOK =
  "h-8 rounded-item border border-control/60 bg-surface px-2 text-body font-medium text-ink hover:bg-hover disabled:opacity-50 max-sm:h-11";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface InlineSelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, "onChange"> {
  /** For readers; on screen the sentence around it says what it is. */
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onPick: (value: string) => void;
}

/** A choice within a sentence: the browser's own control, which every keyboard and phone knows. */
export function InlineSelect({ label, choices, value, onPick, className, ...rest }: InlineSelectProps) {
  return (
    <select
      {...rest}
      aria-label={label}
      value={value}
      onChange={(event) => onPick(event.target.value)}
      className={cn(LOOK, "max-w-full", className)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

interface InlineNumberProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  readonly disabled?: boolean;
  readonly onPick: (value: number) => void;
}

export function InlineNumber({ label, value, least, most, step = 1, disabled, onPick }: InlineNumberProps) {
  return (
    <input
      type="number"
      aria-label={label}
      value={Number.isFinite(value) ? value : ""}
      min={least}
      max={most}
      step={step}
      disabled={disabled}
      onChange={(event) => onPick(event.target.valueAsNumber)}
      className={cn(LOOK, "w-18 tabular-nums")}
    />
  );
}

interface InlineTextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly onPick: (value: string) => void;
}

export function InlineText({ label, value, placeholder, disabled, className, onPick }: InlineTextProps) {
  return (
    <input
      type="text"
      aria-label={label}
      value={value}
      placeholder={placeholder}
      disabled={disabled}
      onChange={(event) => onPick(event.target.value)}
      className={cn(LOOK, "min-w-0 placeholder:text-ink-3", className)}
    />
  );
}

interface SelectFieldProps extends Omit<InlineSelectProps, "label"> {
  readonly label: string;
}

/** The same with its label above, for forms. */
export function SelectField({ label, className, ...rest }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="text-small font-medium">
        {label}
      </label>
      <InlineSelect id={id} label={label} {...rest} className="h-10 font-normal" />
    </div>
  );
}
