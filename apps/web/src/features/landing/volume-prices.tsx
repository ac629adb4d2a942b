import { PAID_PLANS, PLANS, type Plan } from "@heed/core/billing/plans";
import { unitPrice } from "../billing/price-words.ts";
import { count } from "../number-words.ts";
import { PriceGrid } from "./price-grid.tsx";

/** The price of messages beyond the included ones, step by step. */
export function VolumePrices() {
  return (
    <PriceGrid
      caption="Further messages in a month"
      heads={["Plan", "Included", "Each further one"]}
      rows={PAID_PLANS.map((id) => [PLANS[id].name, count(PLANS[id].included), <Tiers key={id} plan={PLANS[id]} />])}
    />
  );
}

function Tiers({ plan }: { plan: Plan }) {
  return (
    <ul>
      {plan.tiers.map(({ upTo, unitMilli }) => (
        <li key={unitMilli}>
          {unitPrice(unitMilli)} {upTo === null ? (plan.tiers.length > 1 ? "beyond that" : "") : `up to ${count(upTo)}`}
        </li>
      ))}
    </ul>
  );
}
