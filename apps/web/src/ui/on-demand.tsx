"use client";

import { type ButtonHTMLAttributes, cloneElement, type ReactElement, type ReactNode, Suspense, useState } from "react";

export type TriggerElement = ReactElement<ButtonHTMLAttributes<HTMLButtonElement>>;

interface OnDemandProps {
  /** The button that stands there from the first paint. */
  readonly trigger: TriggerElement;
  /** Starts to load what the button opens; called when a pointer or the focus comes near. */
  readonly preload: () => void;
  /** The real thing around the same button, opened at once. */
  readonly children: (trigger: TriggerElement) => ReactNode;
}

/** Menus are a third of a page's script and most visits open none: they come with the first press. */
export function OnDemand({ trigger, preload, children }: OnDemandProps) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <Suspense fallback={trigger}>{children(trigger)}</Suspense>;
  return cloneElement(trigger, {
    onClick: () => setWanted(true),
    onPointerEnter: preload,
    onFocus: preload,
    "aria-haspopup": "menu",
    "aria-expanded": false,
  });
}
