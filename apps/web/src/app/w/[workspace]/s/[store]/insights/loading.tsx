import { PageHeader } from "../../../../../../ui/page-header.tsx";
import { Loading, Skeleton } from "../../../../../../ui/skeleton.tsx";

export default function InsightsLoading() {
  return (
    <Loading what="insights">
      <PageHeader title="Insights" />
      <div className="flex flex-col gap-5">
        <Skeleton className="h-80 w-full rounded-box" />
        <Skeleton className="h-56 w-full rounded-box" />
      </div>
    </Loading>
  );
}
