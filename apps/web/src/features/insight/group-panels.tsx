import { type FirstEmails, rateBy } from "@heed/core/analytics/first-emails";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { counted } from "../number-words.ts";
import { ChartPanel } from "./chart-panel.tsx";
import { IntervalBars, RATE_HEAD, rateRow } from "./interval-bars.tsx";

interface Grouping {
  readonly title: string;
  readonly keyOf: (row: FirstEmails) => string;
  readonly label: (key: string) => string;
  /** In the order of their keys, as times are; otherwise the largest sample first. */
  readonly inOrder?: true;
}

const GROUPINGS: readonly Grouping[] = [
  {
    title: "By marketplace",
    keyOf: ({ marketplaceId }) => marketplaceId,
    label: (key) => `Amazon ${marketplaceLook(key).name}`,
  },
  {
    title: "New and repeat buyers",
    keyOf: ({ repeatBuyer }) => (repeatBuyer ? "repeat" : "new"),
    label: (key) => (key === "repeat" ? "Repeat buyers" : "New buyers"),
  },
  {
    title: "By programme",
    keyOf: ({ fulfilledBy }) => fulfilledBy,
    label: (key) => (key === "amazon" ? "Fulfilled by Amazon" : "Fulfilled by the seller"),
  },
  { title: "By month", keyOf: ({ week }) => week.slice(0, 7), label: (key) => key, inOrder: true },
];

export function GroupPanels({ rows }: { rows: readonly FirstEmails[] }) {
  const buyers = rows.reduce((sum, { refused, reached }) => sum + refused + reached, 0);
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      {GROUPINGS.map(({ title, keyOf, label, inOrder }) => {
        const groups = rateBy(rows, keyOf);
        const shown = inOrder ? groups.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : groups;
        const bars = shown.map(({ key, rate }) => ({ key, label: label(key), rate }));
        return (
          <ChartPanel
            key={title}
            title={title}
            sample={counted(buyers, "buyer")}
            table={{ head: RATE_HEAD, rows: bars.map(rateRow) }}
          >
            <IntervalBars bars={bars} />
          </ChartPanel>
        );
      })}
    </div>
  );
}
