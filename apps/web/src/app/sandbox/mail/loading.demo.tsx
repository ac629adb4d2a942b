import { Loading, Skeleton } from "../../../ui/skeleton.tsx";

export default function PageLoading() {
  return (
    <Loading what="mail" className="mx-auto max-w-reading px-6 py-16">
      <Skeleton className="h-7 w-48" />
      <Skeleton className="mt-4 h-5 w-full" />
      <Skeleton className="mt-2 h-5 w-2/3" />
    </Loading>
  );
}
