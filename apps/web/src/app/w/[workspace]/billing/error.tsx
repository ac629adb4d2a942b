"use client";

import { FaultPage } from "../../../../features/account/fault-page.tsx";

export default function BillingError({ reset }: { error: Error; reset: () => void }) {
  return <FaultPage onRetry={reset} />;
}
