"use client";

import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode, RefObject } from "react";
import { cn } from "./cn.ts";

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly side: "left" | "right";
  /** A modal sheet dims and blocks the page; another one leaves the list beside it alive. */
  readonly modal: boolean;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly className?: string;
  readonly children: ReactNode;
}

const SIDES = {
  left: "left-0 border-r data-starting-style:-translate-x-4 data-ending-style:-translate-x-4",
  right: "right-0 border-l data-starting-style:translate-x-4 data-ending-style:translate-x-4",
} as const;

export function Sheet({ open, onClose, label, side, modal, initialFocus, className, children }: SheetProps) {
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      modal={modal}
      disablePointerDismissal={!modal}
    >
      <Dialog.Portal>
        {modal ? <Dialog.Backdrop className="fixed inset-0 z-40 animate-fade-in bg-scrim" /> : null}
        <Dialog.Popup
          aria-label={label}
          {...(initialFocus === undefined ? {} : { initialFocus })}
          className={cn(
            "fixed inset-y-0 z-50 flex flex-col border-hairline bg-surface shadow-float transition-[transform,opacity] duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
            SIDES[side],
            className,
          )}
        >
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
