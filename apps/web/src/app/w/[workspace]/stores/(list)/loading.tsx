import { StoresSkeleton } from "../../../../../features/stores/stores-skeleton.tsx";

export default function StoresLoading() {
  return <StoresSkeleton />;
}
