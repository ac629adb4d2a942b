import { OptOutSkeleton } from "../../../../../../features/opt-out/opt-out-skeleton.tsx";

export default function OptOutsLoading() {
  return <OptOutSkeleton />;
}
