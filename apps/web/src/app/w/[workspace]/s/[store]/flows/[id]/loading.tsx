import { FlowSkeleton } from "../../../../../../../features/flow/flow-skeleton.tsx";

export default function FlowLoading() {
  return <FlowSkeleton />;
}
