import { PageHeader } from "../../ui/page-header.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";

export function OptOutSkeleton() {
  return (
    <>
      <PageHeader title="Opt-outs" />
      <Loading what="opt-outs" className="flex flex-col gap-5">
        <Skeleton className="h-80 w-full rounded-box" />
        <Skeleton className="h-72 w-full rounded-box" />
      </Loading>
    </>
  );
}
