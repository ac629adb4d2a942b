import type { Outputs } from "../../server/routers/app.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ruleName } from "../order/rule-names.ts";

interface FlowCountsProps {
  readonly counts: Outputs["onboarding"]["firstFlow"] | undefined;
  readonly error: string | null;
  readonly syncing: boolean;
}

const LANE_WORDS = {
  solicitation: "by Amazon's own request",
  email: "by e-mail",
  typed: "by a typed message",
} as const;

/** What the flow would do with the orders that are here, and why it would leave the others alone. */
export function FlowCounts({ counts, error, syncing }: FlowCountsProps) {
  if (error !== null)
    return (
      <p role="alert" className="text-small text-refused">
        The orders could not be counted: {error}
      </p>
    );
  if (counts === undefined) return <Skeleton className="h-24 w-full rounded-box" />;
  const lanes = Object.entries(counts.planned) as [keyof typeof LANE_WORDS, number][];
  return (
    <div className="rounded-box bg-sunken px-4 py-3" aria-live="polite">
      <p>
        {counts.more ? "The newest " : ""}
        <span className="font-medium tabular-nums">{counts.orders.toLocaleString("en")}</span> orders of the last 60
        days
        {syncing ? " are in so far; more are coming." : " were looked at."}
      </p>
      <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-small">
        {lanes.map(([lane, count]) => (
          <Line key={lane} name={`Would be asked ${LANE_WORDS[lane]}`} count={count} strong />
        ))}
        {lanes.length === 0 ? <Line name="Would be asked" count={0} strong /> : null}
        {counts.refused.map(({ rule, count }) => (
          <Line key={rule} name={`Left alone: ${ruleName(rule)}`} count={count} />
        ))}
      </dl>
    </div>
  );
}

function Line({ name, count, strong = false }: { name: string; count: number; strong?: boolean }) {
  return (
    <>
      <dt className={strong ? "font-medium" : "text-ink-2"}>{name}</dt>
      <dd className={strong ? "text-right font-medium tabular-nums" : "text-right text-ink-2 tabular-nums"}>
        {count.toLocaleString("en")}
      </dd>
    </>
  );
}
