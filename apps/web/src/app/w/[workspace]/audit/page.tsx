import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { AUDIT_FILTERS, auditInput } from "../../../../features/audit/audit-filters.ts";
import { AuditView } from "../../../../features/audit/audit-view.tsx";
import { orNotFound } from "../../../../server/or-not-found.ts";
import { api, call, getQueryClient, HydrateApi } from "../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string }>;
  readonly searchParams: Promise<SearchParams>;
}

const loadFilters = createLoader(AUDIT_FILTERS);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await orNotFound(call.workspace.current(await params));
  return { title: `Audit log · ${name}` };
}

/** For owners and admins; to the others the page does not exist. */
export default async function AuditPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const input = auditInput(workspace, await loadFilters(searchParams));
  await orNotFound(call.audit.list({ ...input }));
  await Promise.all([
    getQueryClient().prefetchQuery(api.audit.list.queryOptions(input)),
    getQueryClient().prefetchQuery(api.audit.people.queryOptions({ workspace })),
  ]);
  return (
    <HydrateApi>
      <AuditView />
    </HydrateApi>
  );
}
