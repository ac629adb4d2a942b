"use client";

import { Menu, MenuLabel, MenuLink } from "../../ui/menu.tsx";
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
          <span className="text-small text-ink-3">{KIND_WORDS[workspace.kind]}</span>
        </MenuLink>
      ))}
    </Menu>
  );
}
