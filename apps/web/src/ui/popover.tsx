"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn.ts";

interface PopoverProps {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly align?: "start" | "end";
  readonly className?: string;
  readonly children: ReactNode;
}

export function Popover({ trigger, label, align = "start", className, children }: PopoverProps) {
  return (
    <Base.Root defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            aria-label={label}
            className={cn(
              "max-h-[60vh] animate-fade-in overflow-auto rounded-box border border-hairline bg-surface shadow-float",
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
