import { BillingSkeleton } from "../../../../features/billing/billing-skeleton.tsx";

export default function BillingLoading() {
  return <BillingSkeleton />;
}
