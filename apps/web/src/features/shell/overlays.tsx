"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import type { Overlay } from "./app-shell.tsx";
import { sectionPath } from "./paths.ts";
import { usePlace } from "./shell-data.ts";
import { useShortcuts } from "./use-shortcuts.ts";

// Each is loaded when it is first opened.
const CommandMenu = dynamic(() => import("./command-menu.tsx").then((module) => module.CommandMenu));
const ShortcutSheet = dynamic(() => import("./shortcut-sheet.tsx").then((module) => module.ShortcutSheet));
const NavSheet = dynamic(() => import("./nav-sheet.tsx").then((module) => module.NavSheet));

const Toaster = dynamic(() => import("../../ui/toaster.tsx").then((module) => module.Toaster), { ssr: false });

interface OverlaysProps {
  readonly open: Overlay | null;
  readonly onOpen: (overlay: Overlay | null) => void;
  readonly onToggleRail: () => void;
}

/** What opens over the page, and the keys that open it. */
export function Overlays({ open, onOpen, onToggleRail }: OverlaysProps) {
  const router = useRouter();
  const place = usePlace();
  useShortcuts({
    menu: () => onOpen("menu"),
    help: () => onOpen("help"),
    stores: () => onOpen("stores"),
    rail: onToggleRail,
    overview: () => router.push(sectionPath(place, "overview")),
    orders: () => router.push(sectionPath(place, "orders")),
    optOuts: () => router.push(sectionPath(place, "opt-outs")),
  });
  const close = () => onOpen(null);
  return (
    <>
      <Toaster />
      {open === "menu" || open === "stores" ? <CommandMenu scope={open} onClose={close} /> : null}
      {open === "help" ? <ShortcutSheet onClose={close} /> : null}
      {open === "nav" ? <NavSheet onClose={close} onStores={() => onOpen("stores")} /> : null}
    </>
  );
}
