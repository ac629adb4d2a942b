import type { Metadata } from "next";
import type { Place } from "../../../../../../../features/shell/paths.ts";
import { TemplateList } from "../../../../../../../features/template/template-list.tsx";
import { pageTitle } from "../../../../../../../server/page-title.ts";
import { api, getQueryClient, HydrateApi } from "../../../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<Place>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await pageTitle("Templates", await params) };
}

export default async function TemplatesPage({ params }: Props) {
  await getQueryClient().prefetchQuery(api.template.list.queryOptions(await params));
  return (
    <HydrateApi>
      <TemplateList />
    </HydrateApi>
  );
}
