"use client";

import { ChevronsUpDown } from "lucide-react";
import { cn } from "../../ui/cn.ts";
import { Menu, MenuLabel, MenuLink } from "../../ui/menu.tsx";
import { useShell } from "./shell-data.ts";

const KIND_WORDS = { seller: "Seller", agency: "Agency" } as const;

export function WorkspaceSwitcher({ narrow }: { narrow: boolean }) {
  const { here, workspaces } = useShell();
  return (
    <Menu
      className="w-64"
      trigger={
        <button
          type="button"
          aria-label={`Workspace: ${here.name}. Switch workspace`}
          className={cn(
            "flex h-10 w-full items-center gap-2 rounded-item px-1.5 text-left hover:bg-hover max-md:h-11",
            narrow && "justify-center px-0",
          )}
        >
          <Initial name={here.name} />
          {narrow ? null : (
            <>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{here.name}</span>
              </span>
              <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
            </>
          )}
        </button>
      }
    >
      <MenuLabel>Workspaces</MenuLabel>
      {workspaces.map((workspace) => (
        <MenuLink key={workspace.id} href={`/w/${workspace.slug}`} checked={workspace.id === here.id}>
          <Initial name={workspace.name} />
          <span className="truncate">{workspace.name}</span>
          <span className="text-small text-ink-3">{KIND_WORDS[workspace.kind]}</span>
        </MenuLink>
      ))}
    </Menu>
  );
}

/** A square with the first letter: nothing is asked of an avatar service. */
function Initial({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="inline-flex size-5 shrink-0 items-center justify-center rounded-badge bg-accent text-micro text-on-accent"
    >
      {name.slice(0, 1).toUpperCase()}
    </span>
  );
}
