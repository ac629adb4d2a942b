"use client";

import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { useShell } from "../shell/shell-data.ts";
import { dayOf } from "./billing-words.ts";
import { dollars } from "./price-words.ts";

type Notice = NonNullable<Outputs["billing"]["notice"]["notice"]>;

/** At the top of every page, for owners only, while something is wrong with a payment. */
export function PaymentBanner({ initial }: { initial: Outputs["billing"]["notice"] | null }) {
  const { here } = useShell();
  const api = useTRPC();
  const { data } = useQuery({
    ...api.billing.notice.queryOptions({ workspace: here.slug }),
    enabled: initial !== null,
    ...(initial === null ? {} : { initialData: initial }),
  });
  const notice = data?.notice ?? null;
  if (notice === null) return null;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 bg-refused-soft px-6 py-2 text-refused max-sm:px-3"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">{sentenceOf(notice)}</p>
      {notice.url === null ? (
        <Link href={`/w/${here.slug}/billing`} className="rounded-badge font-medium underline underline-offset-2">
          Go to billing
        </Link>
      ) : (
        <a href={notice.url} className="rounded-badge font-medium underline underline-offset-2">
          {notice.amountMinor === null ? "Pay now" : `Pay ${dollars(notice.amountMinor)}`}
        </a>
      )}
    </div>
  );
}

function sentenceOf({ kind, pausesAt }: Notice): string {
  switch (kind) {
    case "grace":
      return `The last payment failed. Sending goes on until ${pausesAt === null ? "it is paid" : dayOf(pausesAt)}, then it pauses.`;
    case "paused":
      return "A payment is open: sending is paused. Nothing is lost, and paying resumes it.";
    case "action_needed":
      return "The change of plan waits for its payment. Until then the old plan stays.";
    case "customer_deleted":
      return "The subscription was removed at Stripe; the workspace is Free now. You can subscribe again.";
  }
}
