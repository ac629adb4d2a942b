"use client";

import Link from "next/link";
import { useShell } from "../shell/shell-data.ts";

interface PlanLinkProps {
  readonly error: { readonly data?: { readonly code?: string } | null | undefined } | null;
}

/** The way forward where the plan did not allow something. Billing is for owners and admins: others ask one. */
export function PlanLink({ error }: PlanLinkProps) {
  const { here } = useShell();
  if (error?.data?.code !== "PAYMENT_REQUIRED") return null;
  if (here.role !== "owner" && here.role !== "admin") return <span>Ask an owner of the workspace.</span>;
  return (
    <Link href={`/w/${here.slug}/billing`} className="text-small text-accent underline underline-offset-2">
      Go to Billing
    </Link>
  );
}
