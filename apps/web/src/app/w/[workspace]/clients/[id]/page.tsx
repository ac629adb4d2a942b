import type { Metadata } from "next";
import { ReportView } from "../../../../../features/client-report/report-view.tsx";
import { orNotFound } from "../../../../../server/or-not-found.ts";
import { api, call, getQueryClient, HydrateApi } from "../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { report } = await orNotFound(call.client.report(await params));
  return { title: `${report.client} · Clients` };
}

/** What the client gets each Monday, to look at and to print; below it, to whom it goes. */
export default async function ReportPage({ params }: Props) {
  const input = await params;
  const facts = await orNotFound(call.client.report(input));
  getQueryClient().setQueryData(api.client.report.queryKey(input), facts);
  return (
    <HydrateApi>
      <ReportView id={input.id} />
    </HydrateApi>
  );
}
