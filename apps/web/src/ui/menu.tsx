"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn.ts";

const ITEM =
  "flex h-8 w-full items-center gap-2 rounded-item px-2 text-body text-ink select-none data-highlighted:bg-hover max-sm:h-11";

interface MenuProps {
  /** The element that opens it; it was pressed already when this is first drawn. */
  readonly trigger: ReactElement;
  readonly side?: "top" | "bottom";
  readonly align?: "start" | "end";
  readonly className?: string;
  readonly children: ReactNode;
}

export function Menu({ trigger, side = "bottom", align = "start", className, children }: MenuProps) {
  return (
    <Base.Root modal={false} defaultOpen>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50">
          <Base.Popup
            className={cn(
              "min-w-48 animate-fade-in rounded-box border border-hairline bg-surface p-1 shadow-float",
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

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-2 pb-1 text-micro text-ink-3">{children}</div>;
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-hairline" />;
}

interface MenuItemProps {
  readonly onSelect: () => void;
  readonly checked?: boolean;
  readonly children: ReactNode;
}

export function MenuItem({ onSelect, checked, children }: MenuItemProps) {
  return (
    <Base.Item className={ITEM} onClick={onSelect}>
      {children}
      {checked === true ? <Check aria-label="Current" className="ml-auto size-4 text-ink-2" /> : null}
    </Base.Item>
  );
}

export function MenuLink({ href, checked, children }: { href: string; checked?: boolean; children: ReactNode }) {
  return (
    <Base.LinkItem href={href} className={ITEM}>
      {children}
      {checked === true ? <Check aria-label="Current" className="ml-auto size-4 text-ink-2" /> : null}
    </Base.LinkItem>
  );
}
