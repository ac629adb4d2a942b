"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { cn } from "./cn.ts";

interface CopyButtonProps {
  readonly text: string;
  /** "order id" gives "Copy order id" and "Copied order id". */
  readonly what: string;
  readonly className?: string;
}

const SHOWN_MS = 1200;

export function CopyButton({ text, what, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      aria-label={`Copy ${what}`}
      title={`Copy ${what}`}
      className={cn(
        "inline-flex size-6 items-center justify-center rounded-badge text-ink-3 hover:bg-hover hover:text-ink max-sm:size-11",
        className,
      )}
      onClick={(event) => {
        event.stopPropagation();
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        );
      }}
    >
      <Icon aria-hidden className="size-3.5" />
      <span aria-live="polite" className="sr-only">
        {copied ? `Copied ${what}` : ""}
      </span>
    </button>
  );
}
