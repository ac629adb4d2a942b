import { SmallPageSkeleton } from "../../../features/account/small-page-skeleton.tsx";

export default function PageLoading() {
  return <SmallPageSkeleton />;
}
