"use client";

import { ChevronsUpDown } from "lucide-react";
import { lazy } from "react";
import { cn } from "../../ui/cn.ts";
import { OnDemand } from "../../ui/on-demand.tsx";
import { useShell } from "./shell-data.ts";
import { WorkspaceInitial } from "./workspace-initial.tsx";

const load = () => import("./workspace-menu.tsx");
const WorkspaceMenu = lazy(() => load().then((module) => ({ default: module.WorkspaceMenu })));

export function WorkspaceSwitcher({ narrow }: { narrow: boolean }) {
  const { here } = useShell();
  const trigger = (
    <button
      type="button"
      aria-label={narrow ? `${here.name}, switch workspace` : undefined}
      className={cn(
        "flex h-10 w-full items-center gap-2 rounded-item px-1.5 text-left hover:bg-hover max-md:h-11",
        narrow && "justify-center px-0",
      )}
    >
      <WorkspaceInitial name={here.name} />
      {narrow ? null : (
        <>
          <span className="min-w-0 flex-1 truncate font-medium">{here.name}</span>
          <span className="sr-only">, switch workspace</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        </>
      )}
    </button>
  );
  return (
    <OnDemand trigger={trigger} preload={load}>
      {(button) => <WorkspaceMenu trigger={button} />}
    </OnDemand>
  );
}
