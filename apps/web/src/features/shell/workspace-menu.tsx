"use client";

import { LayoutList, Plus } from "lucide-react";
import { Menu, MenuLabel, MenuLink, MenuSeparator } from "../../ui/menu.tsx";
import type { TriggerElement } from "../../ui/on-demand.tsx";
import { useShell } from "./shell-data.ts";
import { WorkspaceInitial } from "./workspace-initial.tsx";

const KIND_WORDS = { seller: "Seller", agency: "Agency" } as const;

export function WorkspaceMenu({ trigger }: { trigger: TriggerElement }) {
  const { here, workspaces } = useShell();
  return (
    <Menu trigger={trigger} className="w-64">
      <MenuLabel>Workspaces</MenuLabel>
      {workspaces.map((workspace) => (
        <MenuLink key={workspace.id} href={`/w/${workspace.slug}`} checked={workspace.id === here.id}>
          <WorkspaceInitial name={workspace.name} />
          <span className="truncate">{workspace.name}</span>
          <span className="truncate text-small text-ink-3">
            {workspace.throughAgency === null ? KIND_WORDS[workspace.kind] : `through ${workspace.throughAgency}`}
          </span>
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuLink href="/new-workspace">
        <Plus aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
        New workspace
      </MenuLink>
      <MenuLink href="/account/workspaces">
        <LayoutList aria-hidden className="size-4 text-ink-2" strokeWidth={1.75} />
        All workspaces
      </MenuLink>
    </Menu>
  );
}
