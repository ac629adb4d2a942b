import { Loading, Skeleton } from "../../../../../../../ui/skeleton.tsx";

export default function ProofLoading() {
  return (
    <Loading what="the proof">
      <Skeleton className="h-80 w-full rounded-box" />
    </Loading>
  );
}
