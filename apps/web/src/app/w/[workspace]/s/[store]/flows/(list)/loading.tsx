import { FlowListSkeleton } from "../../../../../../../features/flow/flow-skeleton.tsx";

export default function FlowsLoading() {
  return <FlowListSkeleton />;
}
