import { ruleLabel } from "@heed/core/policy/explain-reason";
import Link from "next/link";
import { buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LANE_WORDS } from "../message/message-words.ts";
import { sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import type { OrderFilters } from "./order-filters.ts";
import { SEGMENT_WORDS } from "./segment-words.ts";

/** Never any, no match, or all done: three different things. */
export function OrdersAbsent({ filters }: { filters: OrderFilters }) {
  const place = usePlace();
  const clear = (
    <Link href={sectionPath(place, "orders")} className={buttonClass("secondary")}>
      Clear filters
    </Link>
  );
  const asked = askedFor(filters);
  if (asked.length === 0) {
    return (
      <EmptyState
        title="No orders yet"
        text="Orders appear here after the first sync with Amazon, or when a report is imported with `npm run -s heed -- import-orders`."
        ghosts
      />
    );
  }
  if (asked.length === 1 && filters.state === "needs_you") {
    return (
      <EmptyState
        title="Nothing needs you"
        text="Messages with an unknown fate and messages that wait for approval stand here."
        action={clear}
      />
    );
  }
  return <EmptyState title="No orders match" text={`No order where ${asked.join(" and ")}.`} action={clear} />;
}

function askedFor({ state, lane, rule, q }: OrderFilters): readonly string[] {
  return [
    ...(state === null ? [] : [`the state is ${SEGMENT_WORDS[state].toLowerCase()}`]),
    ...(lane === null ? [] : [`the lane is ${LANE_WORDS[lane]}`]),
    ...(rule === null ? [] : [`the rule “${ruleLabel(rule)}” decided`]),
    ...(q === null ? [] : [`the order id begins with “${q}”`]),
  ];
}
