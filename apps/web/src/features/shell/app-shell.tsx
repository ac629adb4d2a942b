"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { PaymentBanner } from "../billing/payment-banner.tsx";
import { StepUpDialog } from "../second-factor/step-up-dialog.tsx";
import { LiveUpdates } from "./live-updates.tsx";
import { Overlays } from "./overlays.tsx";
import { RAIL_COOKIE } from "./rail.ts";
import { type ShellData, ShellProvider } from "./shell-data.ts";
import { Sidebar } from "./sidebar.tsx";
import { TopBar } from "./top-bar.tsx";

const YEAR_SECONDS = 31_536_000;

export type Overlay = "menu" | "help" | "nav" | "stores";

interface AppShellProps {
  readonly data: ShellData;
  readonly narrow: boolean;
  readonly children: ReactNode;
}

export function AppShell({ data, narrow: narrowAtFirst, children }: AppShellProps) {
  const [narrow, setNarrow] = useState(narrowAtFirst);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const pathname = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes what was open
  useEffect(() => setOverlay(null), [pathname]);
  const toggleRail = () => {
    setNarrow(!narrow);
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store API is not in every browser that we support
    document.cookie = `${RAIL_COOKIE}=${narrow ? "wide" : "narrow"}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  };
  return (
    <ShellProvider value={data}>
      <a
        href="#main"
        className="sr-only focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2 focus-visible:z-50 focus-visible:rounded-box focus-visible:bg-surface focus-visible:px-3 focus-visible:py-2"
      >
        Skip to content
      </a>
      <div className="flex min-h-dvh">
        <aside
          data-narrow={narrow || undefined}
          className="sticky top-0 h-dvh w-58 shrink-0 border-r border-hairline bg-sunken data-narrow:w-12 max-md:hidden print:hidden"
        >
          <Sidebar narrow={narrow} onStores={() => setOverlay("stores")} onToggle={toggleRail} />
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="contents print:hidden">
            <PaymentBanner initial={data.payment} />
            <TopBar onOpen={setOverlay} />
          </div>
          <main
            id="main"
            tabIndex={-1}
            className="min-w-0 flex-1 px-6 pb-12 focus-visible:ring-0 max-lg:px-4 max-sm:px-3"
          >
            {children}
          </main>
        </div>
      </div>
      <Overlays open={overlay} onOpen={setOverlay} onToggleRail={toggleRail} />
      <LiveUpdates workspace={data.here.slug} />
      <StepUpDialog />
    </ShellProvider>
  );
}
