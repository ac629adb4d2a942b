import { PLANS } from "@heed/core/billing/plans";
import { cheapest, estimates } from "@heed/core/billing/price";
import { price } from "../billing/price-words.ts";
import { count } from "../number-words.ts";
import { PriceGrid } from "./price-grid.tsx";

const MONTHS = [50, 500, 3_000, 10_000, 50_000, 250_000] as const;

/** What a month costs, billed a month: the same function as on the billing page. */
export function ExampleCosts() {
  const plans = estimates(0, "month").map(({ plan }) => PLANS[plan].name);
  return (
    <PriceGrid
      caption="What a month costs, by messages that reached a buyer"
      heads={["Reached in a month", ...plans]}
      figures
      rows={MONTHS.map((reached) => [count(reached), ...costsOf(reached)])}
    />
  );
}

function costsOf(reached: number) {
  const costs = estimates(reached, "month");
  const best = cheapest(costs);
  return costs.map(({ plan, monthMinor }) => <Cost key={plan} monthMinor={monthMinor} least={plan === best} />);
}

function Cost({ monthMinor, least }: { monthMinor: number | null; least: boolean }) {
  if (monthMinor === null) return <span className="text-ink-3">sending stops</span>;
  if (!least) return price(monthMinor);
  return (
    <span className="font-semibold text-accent">
      {price(monthMinor)}
      <span className="sr-only">, the least</span>
    </span>
  );
}
