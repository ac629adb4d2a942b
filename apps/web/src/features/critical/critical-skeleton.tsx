import { PageHeader } from "../../ui/page-header.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";

export function CriticalSkeleton() {
  return (
    <>
      <PageHeader title="Critical" />
      <Loading what="critical messages" className="flex flex-col gap-5">
        <Skeleton className="h-72 w-full rounded-box" />
        <Skeleton className="h-64 w-full rounded-box" />
      </Loading>
    </>
  );
}
