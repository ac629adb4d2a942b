import { Loading, Skeleton } from "../../../../../../../ui/skeleton.tsx";

export default function OrderLoading() {
  return (
    <Loading what="the order" className="mx-auto max-w-reading py-3">
      <Skeleton className="h-8 w-64" />
      <Skeleton className="mt-4 h-40 w-full rounded-box" />
      <Skeleton className="mt-4 h-96 w-full rounded-box" />
    </Loading>
  );
}
