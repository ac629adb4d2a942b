import type { Outputs } from "../../server/routers/app.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import type { ListColumn } from "../../ui/data-table.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Time } from "../../ui/time.tsx";
import { MarketplaceBadge, marketplaceLook } from "../marketplace/marketplace.tsx";
import { MessageMark } from "../message/message-mark.tsx";
import { LANE_WORDS } from "../message/message-words.ts";
import { orderPath, type Place } from "../shell/paths.ts";
import { nextStep } from "./next-step.ts";

export type OrderRow = Outputs["order"]["list"]["orders"][number];

/** `several`: the list spans stores, so each row names its own. */
export function orderColumns(place: Place, several: boolean): readonly ListColumn<OrderRow>[] {
  const store: ListColumn<OrderRow> = {
    id: "store",
    header: "Store",
    width: "19%",
    from: "xl",
    cell: (row) => <span className="text-ink-2">{row.storeName}</span>,
  };
  return [
    { id: "order", header: "Order", width: "216px", cell: (row) => <OrderId row={row} place={place} /> },
    ...(several ? [store] : []),
    {
      id: "marketplace",
      header: "Market",
      width: "84px",
      cell: (row) => <MarketplaceBadge marketplaceId={row.marketplaceId} />,
    },
    { id: "bought", header: "Bought", width: "100px", from: "lg", cell: (row) => <Bought row={row} /> },
    { id: "delivery", header: "Delivery", width: "120px", from: "xl", cell: (row) => <Delivery row={row} /> },
    { id: "state", header: "State", width: "176px", cell: (row) => <MessageMark state={row.message?.state ?? null} /> },
    { id: "lane", header: "Lane", width: "152px", from: "lg", cell: (row) => <Lane row={row} /> },
    { id: "next", header: "Next", width: "auto", cell: (row) => <Next row={row} /> },
  ];
}

function OrderId({ row, place }: { row: OrderRow; place: Place }) {
  return (
    <span className="group/id flex items-center gap-0.5">
      <IntentLink
        href={orderPath(place, row.ref)}
        className="focus-inset rounded-badge font-mono text-small tabular-nums hover:underline"
      >
        {row.orderId}
      </IntentLink>
      <CopyButton
        text={row.orderId}
        what="order id"
        className="opacity-0 group-hover/id:opacity-100 focus-visible:opacity-100"
      />
    </span>
  );
}

const zoneOf = (row: OrderRow) => marketplaceLook(row.marketplaceId).zone;

function Bought({ row }: { row: OrderRow }) {
  return <Time at={row.purchasedAt.toString()} zone={zoneOf(row)} show="day" className="text-ink-2" />;
}

function Delivery({ row }: { row: OrderRow }) {
  if (row.delivery === null) return <span className="text-ink-3">–</span>;
  const at = (row.delivery.latest ?? row.delivery.earliest).toString();
  return (
    <span className="text-ink-2" title={row.delivery.estimated ? "Estimated by Heed" : "As Amazon expects it"}>
      {row.delivery.estimated ? "≈ " : ""}
      <Time at={at} zone={zoneOf(row)} show="day" />
    </span>
  );
}

function Lane({ row }: { row: OrderRow }) {
  return <span className="text-ink-2">{row.message === null ? "–" : LANE_WORDS[row.message.lane]}</span>;
}

function Next({ row }: { row: OrderRow }) {
  const { words, at } = nextStep(row);
  return (
    <span className="text-ink-2">
      {words}
      {at === null ? null : (
        <>
          {" "}
          <Time at={at} zone={zoneOf(row)} />
        </>
      )}
    </span>
  );
}
