import { Loading, Skeleton } from "../../../ui/skeleton.tsx";

export default function WorkspaceLoading() {
  return (
    <Loading what="the workspace" className="py-3">
      <Skeleton className="h-8 w-40" />
      <Skeleton className="mt-4 h-64 w-full rounded-box" />
    </Loading>
  );
}
