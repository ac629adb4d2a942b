import { StoresSkeleton } from "../../../../features/stores/stores-skeleton.tsx";

export default function OnboardingLoading() {
  return <StoresSkeleton />;
}
