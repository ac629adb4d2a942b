import { OverviewSkeleton } from "../../../../../../features/overview/overview-skeleton.tsx";

export default function OverviewLoading() {
  return <OverviewSkeleton />;
}
