import { PageHeader } from "../../ui/page-header.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";

export function OverviewSkeleton() {
  return (
    <>
      <PageHeader title="Overview" />
      <Loading what="the overview" className="flex flex-col gap-4">
        <Skeleton className="h-24 w-full rounded-box" />
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(300px,360px)] gap-4 max-xl:grid-cols-1">
          <Skeleton className="h-80 w-full rounded-box" />
          <Skeleton className="h-80 w-full rounded-box" />
        </div>
      </Loading>
    </>
  );
}
