import { PageHeader } from "../../ui/page-header.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";

export function TemplateListSkeleton() {
  return (
    <>
      <PageHeader title="Templates" />
      <Loading what="templates">
        <Skeleton className="h-60 w-full rounded-box" />
      </Loading>
    </>
  );
}

export function TemplateSkeleton() {
  return (
    <>
      <PageHeader title="Template" />
      <Loading what="template" className="grid gap-5 lg:grid-cols-2">
        <Skeleton className="h-96 w-full rounded-box" />
        <Skeleton className="h-96 w-full rounded-box" />
      </Loading>
    </>
  );
}
