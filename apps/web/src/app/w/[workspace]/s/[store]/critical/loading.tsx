import { CriticalSkeleton } from "../../../../../../features/critical/critical-skeleton.tsx";

export default function CriticalLoading() {
  return <CriticalSkeleton />;
}
