import type { Metadata } from "next";
import type { Place } from "../../../../../../../features/shell/paths.ts";
import { TemplateEditor } from "../../../../../../../features/template/template-editor.tsx";
import { loadTemplate } from "../../../../../../../server/load-template.ts";
import { pageTitle } from "../../../../../../../server/page-title.ts";
import { api, getQueryClient, HydrateApi } from "../../../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<Place & { readonly id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, store, id } = await params;
  const found = await loadTemplate(workspace, store, id);
  return { title: `${found.name} · ${await pageTitle("Templates", { workspace, store })}` };
}

export default async function TemplatePage({ params }: Props) {
  const { workspace, store, id } = await params;
  getQueryClient().setQueryData(
    api.template.get.queryKey({ workspace, store, id }),
    await loadTemplate(workspace, store, id),
  );
  return (
    <HydrateApi>
      <TemplateEditor id={id} />
    </HydrateApi>
  );
}
