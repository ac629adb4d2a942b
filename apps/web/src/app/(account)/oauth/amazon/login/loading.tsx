import { SmallPageSkeleton } from "../../../../../features/account/small-page-skeleton.tsx";

// Beside the layout that asks who it is, not above it: what streams has its status already.
export default function PageLoading() {
  return <SmallPageSkeleton />;
}
