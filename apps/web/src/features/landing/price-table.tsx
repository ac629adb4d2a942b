import { PLAN_IDS, PLANS, type Plan } from "@heed/core/billing/plans";
import { linesOf } from "../billing/plan-lines.ts";
import { price } from "../billing/price-words.ts";

/** The plans as core has them; the same data makes the bills. */
export function PriceTable() {
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-5">
        {PLAN_IDS.map((id) => (
          <PriceCard key={id} plan={PLANS[id]} />
        ))}
      </div>
      <ul className="mt-4 flex max-w-reading flex-col gap-1 text-small text-ink-2">
        <li>
          A message is paid for when it reached a buyer. One that the buyer refused is not; if we learn of it late, it
          is credited.
        </li>
        <li>
          A solicitation, Amazon’s own Request a Review, counts as one and cannot be credited: Amazon tells nobody
          whether the buyer got it.
        </li>
        <li>Trial and Free never surprise: sending stops when their messages are used, planning goes on.</li>
        <li>Prices in US dollars, without tax. 14 days with the features of Growth, no card needed.</li>
      </ul>
    </>
  );
}

function PriceCard({ plan }: { plan: Plan }) {
  return (
    <article aria-label={plan.name} className="flex flex-col gap-2 rounded-box border border-hairline bg-surface p-4">
      <h3 className="font-semibold">{plan.name}</h3>
      <p className="text-small text-ink-2">{plan.forWhom}</p>
      <p className="text-figure tabular-nums">{price(plan.price?.month ?? 0)}</p>
      <p className="min-h-5 text-small text-ink-2">
        {plan.price === null ? "for as long as you like" : `a month, or ${price(plan.price.year)} a year`}
      </p>
      <ul className="flex flex-col gap-1 text-small text-ink-2">
        {linesOf(plan, "month").map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </article>
  );
}
