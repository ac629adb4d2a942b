import { LoaderCircle } from "lucide-react";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { cn } from "./cn.ts";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "small" | "medium" | "large";

const BASE =
  "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-box text-body font-medium whitespace-nowrap transition-colors duration-100 select-none disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50";

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  secondary: "border border-control/60 bg-surface text-ink hover:bg-hover",
  ghost: "text-ink-2 hover:bg-hover hover:text-ink",
  danger: "bg-refused text-on-refused hover:opacity-90",
};

const SIZES: Readonly<Record<ButtonSize, string>> = {
  small: "h-7 px-2.5 max-sm:h-10",
  medium: "h-8 px-3 max-sm:h-10",
  large: "h-10 px-4",
};

/** The look of a button, for links that act as one. */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "medium"): string {
  return cn(BASE, VARIANTS[variant], SIZES[size]);
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** While true the button keeps its width, shows that it works, and cannot be pressed again. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function Button({ variant, size, busy = false, className, children, type = "button", ...rest }: ButtonProps) {
  // `disabled` comes after the spread: a caller's `disabled={false}` must not reopen a busy button.
  return (
    <button
      {...rest}
      type={type}
      className={cn(buttonClass(variant, size), className)}
      disabled={busy || rest.disabled === true}
      aria-busy={busy || undefined}
    >
      {busy ? (
        <span className="absolute inset-0 flex items-center justify-center">
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
        </span>
      ) : null}
      <span className={cn("inline-flex items-center gap-2", busy && "invisible")}>{children}</span>
    </button>
  );
}

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string;
  readonly children: ReactNode;
}

export function IconButton({ label, className, children, type = "button", ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={cn(
        "inline-flex size-7 shrink-0 items-center justify-center rounded-item text-ink-2 transition-colors duration-100 hover:bg-hover hover:text-ink disabled:opacity-50 max-sm:size-11",
        className,
      )}
    >
      {children}
    </button>
  );
}
