import { PLANS, TRIAL } from "@heed/core/billing/plans";
import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { ExampleCosts } from "../../../features/landing/example-costs.tsx";
import { LanePrices } from "../../../features/landing/lane-prices.tsx";
import { PriceTable } from "../../../features/landing/price-table.tsx";
import { PublicFooter } from "../../../features/landing/public-footer.tsx";
import { PublicHeader } from "../../../features/landing/public-header.tsx";
import { VolumePrices } from "../../../features/landing/volume-prices.tsx";
import { count } from "../../../features/number-words.ts";
import { buttonClass } from "../../../ui/button.tsx";

export const metadata: Metadata = { title: "Pricing" };

const STOPS = [
  `The trial has ${TRIAL.days} days and ${count(TRIAL.messages)} messages with the features of ${PLANS[TRIAL.features].name}. It asks for no card, and ends in Free by itself.`,
  `Trial and Free stop sending when their messages are used. Orders, planning and the ledger go on, and what waits goes out in the next month or after an upgrade, as long as Amazon allows it.`,
  "Paid plans go on and bill further messages. A spending cap stops them at an amount that you set; owners get a mail at 80 and at 100 %.",
  "A larger plan begins at once, for what the page shows before you agree. A smaller plan and a cancellation begin with the next period.",
  "A payment that fails leaves sending on for 7 days, then sending pauses until it is paid. Nothing is deleted.",
  "Stores that another workspace lets an agency look after are on that workspace’s plan; the agency sees their use and does not pay for it.",
] as const;

export default function PricingPage() {
  return (
    <div className="mx-auto max-w-landing px-6">
      <PublicHeader />
      <main>
        <section className="pt-16 pb-14 max-sm:pt-10">
          <h1 className="max-w-2xl text-hero text-balance max-sm:text-hero-small">
            Pay for messages that reached a buyer
          </h1>
          <p className="mt-4 mb-8 max-w-xl text-lead text-pretty text-ink-2">
            A message that a buyer refused is not paid for.
          </p>
          <h2 className="sr-only">Plans</h2>
          <PriceTable />
          <Link href="/sign-up" className={`${buttonClass("primary", "large")} mt-8`}>
            Start the trial
          </Link>
        </section>
        <Part title="What counts">
          <LanePrices />
        </Part>
        <Part title="What a month costs">
          <ExampleCosts />
        </Part>
        <Part title="Further messages">
          <VolumePrices />
          <p className="mt-3 max-w-reading text-small text-ink-2">
            Each step has its own price. Billed a year, the included messages and the steps of twelve months are one
            sum, and the plan costs ten months.
          </p>
        </Part>
        <Part title="When messages are used up, and when the plan changes">
          <ul className="flex max-w-reading list-disc flex-col gap-2 pl-5 text-ink-2">
            {STOPS.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Part>
      </main>
      <PublicFooter />
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-hairline py-12">
      <h2 className="mb-5 text-title">{title}</h2>
      {children}
    </section>
  );
}
