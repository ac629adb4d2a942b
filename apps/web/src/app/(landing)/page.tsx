import type { Metadata } from "next";
import Link from "next/link";
import { LandingNotice } from "../../features/landing/landing-notice.tsx";
import { LaneDiagram } from "../../features/landing/lane-diagram.tsx";
import { PriceTable } from "../../features/landing/price-table.tsx";
import { PublicFooter } from "../../features/landing/public-footer.tsx";
import { PublicHeader } from "../../features/landing/public-header.tsx";
import { buttonClass } from "../../ui/button.tsx";

export const metadata: Metadata = {
  title: { absolute: "Heed – messages to Amazon buyers that arrive" },
};

const POINTS = [
  {
    title: "The right lane for each order",
    text: "Rules choose it when the order comes in, and look again at the moment of sending, on fresh facts.",
  },
  {
    title: "Why, and why not",
    text: "Every decision names its rule, the rule’s version and the facts it saw, with a link to Amazon’s own page.",
  },
  {
    title: "Opt-outs learnt once",
    text: "A notice is verified, matched and remembered for that buyer. The rate is shown with its uncertainty.",
  },
  {
    title: "Never twice, never lost",
    text: "The intent is written down before the call, the outcome after it. A lost answer is shown as unknown, not repeated.",
  },
] as const;

export default function LandingPage() {
  return (
    <div className="mx-auto max-w-landing px-6">
      <PublicHeader />
      <main>
        <section className="pt-20 pb-14 max-sm:pt-12">
          <h1 className="max-w-2xl text-hero text-balance max-sm:text-hero-small">
            Write to Amazon buyers who want to hear from you
          </h1>
          <p className="mt-4 max-w-xl text-lead text-pretty text-ink-2">
            Heed sends the messages that an Amazon seller may send about an order, and none that the buyer refused.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <Link href="/sign-in" className={buttonClass("primary", "large")}>
              Sign in by mail
            </Link>
            <a href="#how" className={buttonClass("secondary", "large")}>
              See how it decides
            </a>
          </div>
          <div className="mt-14">
            <LandingNotice />
          </div>
          <p className="mt-4 max-w-reading text-small text-ink-3">
            Since 2017 a buyer can refuse all messages of sellers with one setting. A message to such a buyer looks
            sent; then the mail above arrives. In the first public sample it met 1.3 % of messages.
          </p>
        </section>
        <section id="how" aria-labelledby="how-title" className="border-t border-hairline py-14">
          <h2 id="how-title" className="text-title">
            Each order finds its lane
          </h2>
          <p className="mt-2 mb-6 max-w-reading text-ink-2">
            Amazon allows one request for each order, within its window. Heed picks the lane that can reach this buyer,
            and says so when none can.
          </p>
          <LaneDiagram />
        </section>
        <section aria-label="What you get" className="border-t border-hairline py-14">
          <dl className="grid gap-x-12 gap-y-8 sm:grid-cols-2">
            {POINTS.map(({ title, text }) => (
              <div key={title}>
                <dt className="text-section">{title}</dt>
                <dd className="mt-1 text-ink-2 text-pretty">{text}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section id="pricing" aria-labelledby="pricing-title" className="border-t border-hairline py-14">
          <h2 id="pricing-title" className="text-title">
            Pay for messages that reached a buyer
          </h2>
          <p className="mt-2 mb-6 max-w-reading text-ink-2">A message that a buyer refused is not paid for.</p>
          <PriceTable />
          <Link href="/pricing" className={`${buttonClass("secondary")} mt-6`}>
            All prices, and what counts
          </Link>
        </section>
      </main>
      <PublicFooter />
    </div>
  );
}
