"use client";

import {
  Briefcase,
  ChartLine,
  CreditCard,
  FileText,
  Inbox,
  PanelLeft,
  ScrollText,
  Settings,
  ShieldAlert,
  Store,
  Undo2,
  Users,
  Workflow,
} from "lucide-react";
import { usePathname } from "next/navigation";
import { cn } from "../../ui/cn.ts";
import { IntentLink } from "../../ui/intent-link.tsx";
import { AccountMenu } from "./account-menu.tsx";
import {
  SECTION_WORDS,
  SECTIONS,
  type Section,
  sectionOf,
  sectionPath,
  WORKSPACE_PAGE_WORDS,
  type WorkspacePage,
  workspacePageOf,
  workspacePagesFor,
  workspacePath,
} from "./paths.ts";
import { usePlace, useShell } from "./shell-data.ts";
import { WorkspaceSwitcher } from "./workspace-switcher.tsx";

const ICONS = {
  overview: ScrollText,
  orders: Inbox,
  flows: Workflow,
  templates: FileText,
  "opt-outs": Undo2,
  critical: ShieldAlert,
  insights: ChartLine,
} as const satisfies Record<Section, unknown>;

interface SidebarProps {
  readonly narrow: boolean;
  readonly onStores: () => void;
  readonly onToggle?: () => void;
}

export function Sidebar({ narrow, onStores, onToggle }: SidebarProps) {
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-12 items-center border-b border-hairline px-2">
        <WorkspaceSwitcher narrow={narrow} />
      </div>
      <div className="flex flex-1 flex-col gap-4 overflow-y-auto p-2">
        <StoreButton narrow={narrow} onPress={onStores} />
        <Navigation narrow={narrow} />
        <WorkspaceNavigation narrow={narrow} />
      </div>
      <div className={cn("flex items-center gap-1 border-t border-hairline px-2 py-2", narrow && "flex-col")}>
        <AccountMenu narrow={narrow} />
        {onToggle === undefined ? null : (
          <button
            type="button"
            onClick={onToggle}
            aria-label={narrow ? "Widen the side bar" : "Narrow the side bar"}
            aria-keyshortcuts="["
            title={narrow ? "Widen the side bar  [" : "Narrow the side bar  ["}
            className="ml-auto inline-flex size-8 items-center justify-center rounded-item text-ink-3 hover:bg-hover hover:text-ink"
          >
            <PanelLeft aria-hidden className="size-4" />
          </button>
        )}
      </div>
    </div>
  );
}

function Navigation({ narrow }: { narrow: boolean }) {
  const place = usePlace();
  const current = sectionOf(usePathname());
  return (
    <nav aria-label="Sections" className="flex flex-col gap-0.5">
      {SECTIONS.map((section) => {
        const Icon = ICONS[section];
        return (
          <IntentLink
            key={section}
            href={sectionPath(place, section)}
            aria-current={section === current ? "page" : undefined}
            aria-label={narrow ? SECTION_WORDS[section] : undefined}
            title={narrow ? SECTION_WORDS[section] : undefined}
            className={cn(
              "flex h-8 items-center gap-2 rounded-item px-2 text-ink-2 hover:bg-hover hover:text-ink max-md:h-11",
              section === current && "bg-hover font-medium text-ink",
            )}
          >
            <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
            {narrow ? null : SECTION_WORDS[section]}
          </IntentLink>
        );
      })}
    </nav>
  );
}

const PAGE_ICONS = {
  stores: Store,
  team: Users,
  clients: Briefcase,
  billing: CreditCard,
  audit: ScrollText,
  settings: Settings,
} as const satisfies Record<WorkspacePage, unknown>;

function WorkspaceNavigation({ narrow }: { narrow: boolean }) {
  const { here } = useShell();
  const current = workspacePageOf(usePathname());
  return (
    <nav aria-label="Workspace" className="mt-auto flex flex-col gap-0.5">
      {workspacePagesFor(here).map((page) => {
        const Icon = PAGE_ICONS[page];
        return (
          <IntentLink
            key={page}
            href={workspacePath(here.slug, page)}
            aria-current={page === current ? "page" : undefined}
            aria-label={narrow ? WORKSPACE_PAGE_WORDS[page] : undefined}
            title={narrow ? WORKSPACE_PAGE_WORDS[page] : undefined}
            className={cn(
              "flex h-8 items-center gap-2 rounded-item px-2 text-ink-2 hover:bg-hover hover:text-ink max-md:h-11",
              page === current && "bg-hover font-medium text-ink",
            )}
          >
            <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
            {narrow ? null : WORKSPACE_PAGE_WORDS[page]}
          </IntentLink>
        );
      })}
    </nav>
  );
}

function StoreButton({ narrow, onPress }: { narrow: boolean; onPress: () => void }) {
  const place = usePlace();
  const { stores } = useShell();
  const store = stores.find(({ id }) => id === place.store);
  const name = store?.name ?? "All stores";
  return (
    <button
      type="button"
      onClick={onPress}
      aria-haspopup="dialog"
      aria-keyshortcuts="g s"
      aria-label={narrow ? `${name}, choose a store` : undefined}
      title={narrow ? name : undefined}
      className={cn(
        "flex h-8 w-full items-center gap-2 rounded-item border border-hairline bg-surface px-2 text-left hover:bg-hover max-md:h-11",
        narrow && "justify-center px-0",
      )}
    >
      <Store aria-hidden className="size-4 shrink-0 text-ink-2" strokeWidth={1.75} />
      {narrow ? null : (
        <>
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <span className="sr-only">, choose a store</span>
          <span className="text-micro text-ink-3">{store?.region ?? stores.length}</span>
        </>
      )}
    </button>
  );
}
