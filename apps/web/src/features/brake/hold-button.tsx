"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import type { BrakeStart } from "./brake-kinds.ts";

const BrakeDialog = dynamic(() => import("./brake-dialog.tsx").then((module) => module.BrakeDialog));

interface HoldButtonProps {
  readonly start: BrakeStart;
  readonly label?: string;
  readonly quiet?: boolean;
  readonly children: ReactNode;
}

/** Opens the brakes where one notices that something has to stop. */
export function HoldButton({ start, label, quiet = false, children }: HoldButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" variant={quiet ? "ghost" : "secondary"} aria-label={label} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open ? <BrakeDialog start={start} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
