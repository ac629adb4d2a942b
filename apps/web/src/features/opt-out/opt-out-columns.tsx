import type { Outputs } from "../../server/routers/app.ts";
import { Badge } from "../../ui/badge.tsx";
import type { ListColumn } from "../../ui/data-table.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { languageWord, VERIFICATION_WORDS } from "../notice/notice-words.ts";
import { orderPath, type Place } from "../shell/paths.ts";
import { REASON_LOOKS, REASON_WORDS } from "./suppression-words.ts";

export type OptOutRow = Outputs["optOut"]["list"]["optOuts"][number];

const zoneOf = ({ order }: OptOutRow) => (order === null ? "UTC" : marketplaceLook(order.marketplaceId).zone);

export function optOutColumns(place: Place): readonly ListColumn<OptOutRow>[] {
  return [
    {
      id: "buyer",
      header: "Buyer",
      width: "30%",
      cell: (row) => <span className="font-mono text-small">{row.masked}</span>,
    },
    { id: "reason", header: "Reason", width: "248px", cell: (row) => <Reason row={row} /> },
    {
      id: "learnt",
      header: "Learnt",
      width: "110px",
      cell: (row) => <Time at={row.at.toString()} zone={zoneOf(row)} className="text-ink-2" />,
    },
    { id: "evidence", header: "Evidence", width: "210px", cell: (row) => <Evidence row={row} /> },
    { id: "order", header: "Order", width: "190px", from: "lg", cell: (row) => <OrderLink row={row} place={place} /> },
    {
      id: "store",
      header: "Store",
      width: "18%",
      from: "xl",
      cell: (row) => <span className="text-ink-2">{row.storeName}</span>,
    },
  ];
}

function Reason({ row }: { row: OptOutRow }) {
  if (row.liftedAt !== null)
    return <StateMark tone="rule" shape="slash" word={`${REASON_WORDS[row.reason]}, lifted`} />;
  const { tone, shape } = REASON_LOOKS[row.reason];
  return <StateMark tone={tone} shape={shape} word={REASON_WORDS[row.reason]} />;
}

function Evidence({ row: { notice } }: { row: OptOutRow }) {
  if (notice === null) return <span className="text-ink-3">–</span>;
  const { word, tone } = VERIFICATION_WORDS[notice.verification];
  return (
    <span className="inline-flex items-center gap-2">
      <Badge tone={tone}>{word}</Badge>
      <span className="text-small text-ink-3">{languageWord(notice.language)}</span>
    </span>
  );
}

function OrderLink({ row: { order }, place }: { row: OptOutRow; place: Place }) {
  if (order === null) return <span className="text-ink-3">–</span>;
  return (
    <IntentLink
      href={orderPath(place, order.ref)}
      className="focus-inset rounded-badge font-mono text-small tabular-nums hover:underline"
    >
      {order.orderId}
    </IntentLink>
  );
}

/** The row on a phone. */
export function OptOutCard({ row, onOpen }: { row: OptOutRow; onOpen: () => void }) {
  return (
    <button type="button" onClick={onOpen} className="focus-inset block w-full px-3 py-2.5 text-left hover:bg-hover">
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-mono text-small">{row.masked}</span>
        <Time at={row.at.toString()} zone={zoneOf(row)} className="text-small text-ink-3" />
      </span>
      <span className="mt-0.5 flex items-center justify-between gap-2 text-small">
        <Reason row={row} />
        <Evidence row={row} />
      </span>
    </button>
  );
}
