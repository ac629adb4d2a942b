import { Loading, Skeleton } from "../../ui/skeleton.tsx";

export function StoresSkeleton() {
  return (
    <Loading what="stores">
      <div className="flex min-h-14 items-center justify-between py-3">
        <Skeleton className="h-7 w-32" />
        <Skeleton className="h-8 w-36" />
      </div>
      <Skeleton className="h-56 w-full rounded-box" />
    </Loading>
  );
}
