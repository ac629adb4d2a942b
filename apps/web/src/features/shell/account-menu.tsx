"use client";

import { CircleUser } from "lucide-react";
import { lazy } from "react";
import { cn } from "../../ui/cn.ts";
import { OnDemand } from "../../ui/on-demand.tsx";
import { useShell } from "./shell-data.ts";

const load = () => import("./account-menu-items.tsx");
const AccountMenuItems = lazy(() => load().then((module) => ({ default: module.AccountMenuItems })));

export function AccountMenu({ narrow }: { narrow: boolean }) {
  const { here } = useShell();
  const trigger = (
    <button
      type="button"
      aria-label={narrow ? `Account ${here.email}` : undefined}
      className={cn(
        "flex h-8 min-w-0 items-center gap-2 rounded-item px-1.5 text-left text-ink-2 hover:bg-hover hover:text-ink max-md:h-11",
        narrow && "size-8 justify-center px-0",
      )}
    >
      <CircleUser aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      {narrow ? null : (
        <span className="truncate text-small">
          <span className="sr-only">Account </span>
          {here.email}
        </span>
      )}
    </button>
  );
  return (
    <OnDemand trigger={trigger} preload={load}>
      {(button) => <AccountMenuItems trigger={button} />}
    </OnDemand>
  );
}
