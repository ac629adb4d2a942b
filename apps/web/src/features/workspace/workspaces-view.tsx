"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../../trpc/client.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { WorkspaceInitial } from "../shell/workspace-initial.tsx";
import { ROLE_WORDS } from "../team/role-words.ts";
import { DeletedList } from "./deleted-workspaces.tsx";

/** All workspaces of this person, and the way back of those that they deleted. */
export function WorkspacesView() {
  const api = useTRPC();
  const { data: workspaces } = useSuspenseQuery(api.workspace.list.queryOptions());
  const { data: deleted } = useSuspenseQuery(api.workspace.deleted.queryOptions());
  return (
    <>
      <PageHeader title="Workspaces" count={String(workspaces.length)}>
        <Link href="/new-workspace" className={buttonClass("primary")}>
          New workspace
        </Link>
      </PageHeader>
      <div className="flex flex-col gap-4">
        {workspaces.length === 0 ? (
          <EmptyState title="No workspace" text="Make one, or ask a colleague to invite your address." />
        ) : (
          <Panel title="Yours">
            <ul className="mt-2">
              {workspaces.map((workspace) => (
                <WorkspaceLine key={workspace.id} {...workspace} />
              ))}
            </ul>
          </Panel>
        )}
        {deleted.length === 0 ? null : (
          <Panel title="Deleted" note="An owner can keep one until the day on which it is erased.">
            <DeletedList deleted={deleted} />
          </Panel>
        )}
      </div>
    </>
  );
}

interface WorkspaceLineProps {
  readonly slug: string;
  readonly name: string;
  readonly role: keyof typeof ROLE_WORDS;
  readonly throughAgency: string | null;
}

function WorkspaceLine({ slug, name, role, throughAgency }: WorkspaceLineProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline px-4 py-2.5">
      <WorkspaceInitial name={name} />
      <a href={`/w/${slug}`} className="min-w-0 flex-1 truncate font-medium hover:underline">
        {name}
      </a>
      <span className="text-small text-ink-2">
        {ROLE_WORDS[role].title}
        {throughAgency === null ? "" : `, through ${throughAgency}`}
      </span>
    </li>
  );
}
