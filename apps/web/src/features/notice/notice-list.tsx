"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { DataTable, type ListColumn } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { usePlace } from "../shell/shell-data.ts";
import { languageWord, NOTICE_WORDS, VERIFICATION_WORDS } from "./notice-words.ts";

type NoticeRow = Outputs["optOut"]["notices"][number];

interface NoticeListProps {
  readonly onlyReview: boolean;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** What Amazon wrote, newest first. */
export function NoticeList({ onlyReview, openId, onOpen }: NoticeListProps) {
  const api = useTRPC();
  const place = usePlace();
  const { data, isError, error, isPlaceholderData } = useQuery({
    ...api.optOut.notices.queryOptions({ ...place, onlyReview }),
    placeholderData: keepPreviousData,
  });
  if (isError) throw error;
  if (data === undefined) {
    return (
      <Loading what="notices">
        <Skeleton className="h-72 w-full rounded-box" />
      </Loading>
    );
  }
  if (data.length === 0) return <NoNotices onlyReview={onlyReview} />;
  return (
    <DataTable
      caption="Notices"
      columns={COLUMNS}
      rows={data}
      rowKey={(row) => row.id}
      selectedKey={openId}
      busy={isPlaceholderData}
      onOpen={(row) => onOpen(row.id)}
      card={(row) => <NoticeCard row={row} onOpen={() => onOpen(row.id)} />}
    />
  );
}

function NoNotices({ onlyReview }: { onlyReview: boolean }) {
  if (onlyReview) {
    return (
      <EmptyState
        title="No notice waits for you"
        text="A mail from Amazon that matches no known text is shown here, and what it is about is held until you judge it."
      />
    );
  }
  return (
    <EmptyState
      title="No notices yet"
      text="What Amazon sends to the notice addresses of your stores appears here as it comes in."
      ghosts
    />
  );
}

const zoneOf = ({ order }: NoticeRow) => (order === null ? "UTC" : marketplaceLook(order.marketplaceId).zone);

const COLUMNS: readonly ListColumn<NoticeRow>[] = [
  { id: "kind", header: "Notice", width: "34%", cell: (row) => <Kind row={row} /> },
  {
    id: "at",
    header: "Received",
    width: "120px",
    cell: (row) => <Time at={row.at.toString()} zone={zoneOf(row)} className="text-ink-2" />,
  },
  { id: "verified", header: "Verification", width: "130px", cell: (row) => <Verified row={row} /> },
  {
    id: "language",
    header: "Language",
    width: "130px",
    from: "lg",
    cell: (row) => <span className="text-ink-2">{languageWord(row.language)}</span>,
  },
  {
    id: "order",
    header: "Order",
    width: "190px",
    from: "lg",
    cell: (row) => <span className="font-mono text-small tabular-nums">{row.order?.orderId ?? "–"}</span>,
  },
  {
    id: "store",
    header: "Store",
    width: "18%",
    from: "xl",
    cell: (row) => <span className="text-ink-2">{row.storeName}</span>,
  },
];

function Kind({ row }: { row: NoticeRow }) {
  const { title, bad } = NOTICE_WORDS[row.kind];
  if (row.verification === "forged") return <StateMark tone="refused" shape="square" word="Attack: a forged notice" />;
  if (row.effect === "needs_review") return <StateMark tone="waiting" shape="diamond" word={title} />;
  return <StateMark tone={bad ? "refused" : "rule"} shape={bad ? "square" : "ring"} word={title} />;
}

function Verified({ row }: { row: NoticeRow }) {
  const { word, tone } = VERIFICATION_WORDS[row.verification];
  return <Badge tone={tone}>{word}</Badge>;
}

function NoticeCard({ row, onOpen }: { row: NoticeRow; onOpen: () => void }) {
  return (
    <button type="button" onClick={onOpen} className="focus-inset block w-full px-3 py-2.5 text-left hover:bg-hover">
      <span className="flex items-center justify-between gap-2">
        <Kind row={row} />
        <Time at={row.at.toString()} zone={zoneOf(row)} className="text-small text-ink-3" />
      </span>
      <span className="mt-0.5 flex items-center justify-between gap-2 text-small">
        <span className="font-mono tabular-nums text-ink-2">{row.order?.orderId ?? "No order named"}</span>
        <Verified row={row} />
      </span>
    </button>
  );
}
