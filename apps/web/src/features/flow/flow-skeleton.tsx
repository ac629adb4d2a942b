import { PageHeader } from "../../ui/page-header.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";

export function FlowListSkeleton() {
  return (
    <>
      <PageHeader title="Flows" />
      <Loading what="flows">
        <Skeleton className="h-72 w-full rounded-box" />
      </Loading>
    </>
  );
}

export function FlowSkeleton() {
  return (
    <>
      <PageHeader title="Flow" />
      <Loading what="flow" className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <Skeleton className="h-96 w-full rounded-box" />
        <Skeleton className="h-96 w-full rounded-box" />
      </Loading>
    </>
  );
}
