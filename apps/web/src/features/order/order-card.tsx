import { IntentLink } from "../../ui/intent-link.tsx";
import { Time } from "../../ui/time.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { MessageMark } from "../message/message-mark.tsx";
import { orderPath, type Place } from "../shell/paths.ts";
import { nextStep } from "./next-step.ts";
import type { OrderRow } from "./order-columns.tsx";

/** The row on a phone: id and state, what is next, where. */
export function OrderCard({ row, place }: { row: OrderRow; place: Place }) {
  const { words, at } = nextStep(row);
  const { country, zone } = marketplaceLook(row.marketplaceId);
  return (
    <IntentLink href={orderPath(place, row.ref)} className="focus-inset block px-3 py-2.5 hover:bg-hover">
      <span className="flex items-center justify-between gap-2">
        <span className="font-mono text-small tabular-nums">{row.orderId}</span>
        <span className="text-small">
          <MessageMark state={row.message?.state ?? null} />
        </span>
      </span>
      <span className="mt-0.5 flex justify-between gap-2 text-small text-ink-2">
        <span className="truncate">
          {words} {at === null ? null : <Time at={at} zone={zone} />}
        </span>
        <span className="shrink-0 text-ink-3">
          {row.storeName} · {country}
        </span>
      </span>
    </IntentLink>
  );
}
