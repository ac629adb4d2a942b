"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** The title is for readers only, where the content speaks for itself. */
  readonly bare?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Dialog({ open, onClose, title, bare = false, className, children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 animate-fade-in bg-scrim" />
        <Base.Popup
          className={cn(
            "fixed top-[12dvh] left-1/2 z-50 flex max-h-[76dvh] w-[calc(100vw-24px)] -translate-x-1/2 animate-fade-in flex-col overflow-hidden rounded-box border border-hairline bg-surface shadow-float",
            className,
          )}
        >
          <div className={cn("flex items-center justify-between px-4 pt-4 pb-2", bare && "sr-only")}>
            <Base.Title className="text-section">{title}</Base.Title>
            <Base.Close
              aria-label="Close"
              className="inline-flex size-7 items-center justify-center rounded-item text-ink-2 hover:bg-hover hover:text-ink"
            >
              <X aria-hidden className="size-4" />
            </Base.Close>
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
