import { Loading, Skeleton } from "../../ui/skeleton.tsx";

/** A title and some lines, as the pages about one question have them. */
export function SmallPageSkeleton() {
  return (
    <Loading what="the page">
      <Skeleton className="h-7 w-48" />
      <Skeleton className="mt-4 h-5 w-full" />
      <Skeleton className="mt-2 h-5 w-2/3" />
    </Loading>
  );
}
