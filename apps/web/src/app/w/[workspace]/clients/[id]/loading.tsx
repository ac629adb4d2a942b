import { Loading, Skeleton } from "../../../../../ui/skeleton.tsx";

export default function ReportLoading() {
  return (
    <Loading what="the report">
      <Skeleton className="h-96 w-full max-w-reading rounded-box" />
    </Loading>
  );
}
