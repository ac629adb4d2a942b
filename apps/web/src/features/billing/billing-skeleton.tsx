import { Loading, Skeleton } from "../../ui/skeleton.tsx";

export function BillingSkeleton() {
  return (
    <Loading what="billing" className="flex flex-col gap-4 pt-4">
      <Skeleton className="h-7 w-32" />
      <div className="grid gap-4 xl:grid-cols-2">
        <Skeleton className="h-32 rounded-box" />
        <Skeleton className="h-64 rounded-box" />
      </div>
      <Skeleton className="h-72 rounded-box" />
    </Loading>
  );
}

export function TablesSkeleton() {
  return (
    <Loading what="what is counted" className="grid gap-4 xl:grid-cols-2">
      <Skeleton className="h-48 rounded-box" />
      <Skeleton className="h-48 rounded-box" />
    </Loading>
  );
}
