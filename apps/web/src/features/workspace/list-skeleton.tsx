import { Loading, Skeleton } from "../../ui/skeleton.tsx";

/** A title and a box of lines. */
export function ListSkeleton({ what }: { what: string }) {
  return (
    <Loading what={what} className="flex flex-col gap-4">
      <Skeleton className="mt-4 h-6 w-40" />
      <Skeleton className="h-72 w-full rounded-box" />
    </Loading>
  );
}
