"use client";

import { ChevronRight, Menu as MenuIcon, Search } from "lucide-react";
import { usePathname } from "next/navigation";
import { IconButton } from "../../ui/button.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Kbd } from "../../ui/kbd.tsx";
import type { Overlay } from "./app-shell.tsx";
import { crumbsOf } from "./crumbs.ts";
import { usePlace, useShell } from "./shell-data.ts";
import { keyCaps, SHORTCUTS } from "./shortcuts.ts";
import { SystemDot } from "./system-dot.tsx";
import { useMac } from "./use-mac.ts";

export function TopBar({ onOpen }: { onOpen: (overlay: Overlay) => void }) {
  const mac = useMac();
  return (
    <div className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b border-hairline bg-canvas px-6 max-lg:px-4 max-sm:px-2">
      <IconButton label="Open navigation" className="md:hidden" onClick={() => onOpen("nav")}>
        <MenuIcon aria-hidden className="size-4" />
      </IconButton>
      <Crumbs />
      <button
        type="button"
        onClick={() => onOpen("menu")}
        aria-keyshortcuts="Meta+K Control+K"
        className="ml-auto flex h-8 w-60 items-center gap-2 rounded-box border border-hairline bg-surface px-2.5 text-small text-ink-3 hover:bg-hover max-lg:w-auto max-sm:h-11 max-sm:border-transparent max-sm:bg-transparent"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left max-lg:sr-only">Search or go to</span>
        <span className="max-lg:hidden">
          <Kbd keys={keyCaps(SHORTCUTS.menu.keys, mac)} />
        </span>
      </button>
      <SystemDot />
    </div>
  );
}

function Crumbs() {
  const { stores } = useShell();
  const crumbs = crumbsOf({ pathname: usePathname(), place: usePlace(), stores });
  return (
    <nav aria-label="Breadcrumbs" className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1 text-small">
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1;
          return (
            <li key={crumb.href} className="flex min-w-0 items-center gap-1 last:shrink-0 max-sm:not-last:hidden">
              {index === 0 ? null : <ChevronRight aria-hidden className="size-3.5 shrink-0 text-ink-3 max-sm:hidden" />}
              <IntentLink
                href={crumb.href}
                aria-current={last ? "page" : undefined}
                className="max-w-45 truncate rounded-badge px-1 text-ink-2 hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                {crumb.label}
              </IntentLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
