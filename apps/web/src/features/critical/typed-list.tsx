"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Paperclip } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Time } from "../../ui/time.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { MessageMark } from "../message/message-mark.tsx";
import { PURPOSE_WORDS } from "../message/message-words.ts";
import { ruleName } from "../order/rule-names.ts";
import { orderPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";

export type TypedRow = Outputs["critical"]["list"]["messages"][number];

interface TypedListProps {
  readonly rows: readonly TypedRow[];
  readonly waiting: boolean;
  readonly me: { readonly userId: string; readonly mayApprove: boolean };
}

/** Typed messages that persons wrote, newest first, with what became of each. */
export function TypedList({ rows, waiting, me }: TypedListProps) {
  if (rows.length === 0) {
    return waiting ? (
      <EmptyState
        title="Nothing waits for approval"
        text="Critical messages that a second member should look at stand here."
      />
    ) : (
      <EmptyState
        title="No typed message yet"
        text="Messages that the order cannot do without stand here, with who wrote them and what became of them."
        ghosts
      />
    );
  }
  return (
    <ul aria-label="Typed messages" className="divide-y divide-hairline rounded-box border border-hairline bg-surface">
      {rows.map((row) => (
        <Entry key={row.id} row={row} me={me} />
      ))}
    </ul>
  );
}

function Entry({ row, me }: { row: TypedRow; me: TypedListProps["me"] }) {
  const place = usePlace();
  const { zone } = marketplaceLook(row.order.marketplaceId);
  const answers = row.state === "awaiting_approval" && me.mayApprove && row.writtenBy.userId !== me.userId;
  return (
    <li className="flex flex-col gap-1 px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{PURPOSE_WORDS[row.purpose]}</span>
        <IntentLink
          href={orderPath(place, row.order.ref)}
          className="focus-inset rounded-badge font-mono text-small tabular-nums hover:underline"
        >
          {row.order.orderId}
        </IntentLink>
        <span className="text-small">
          <MessageMark state={row.state} />
        </span>
        {row.endRule === null ? null : <span className="text-small text-ink-2">{ruleName(row.endRule)}</span>}
        <Time at={row.at.toString()} zone={zone} className="ml-auto text-small text-ink-3" />
      </div>
      {row.text === null ? null : <p className="whitespace-pre-line break-words text-ink-2">{row.text}</p>}
      <Files names={row.files} />
      <p className="text-small text-ink-3">
        {row.storeName}, written by {row.writtenBy.email}
        {approvedBy(row)}
      </p>
      {answers ? <Answers row={row} /> : null}
    </li>
  );
}

function approvedBy({ approval }: TypedRow): string {
  if (approval?.approved == null) return "";
  return `, ${approval.approved ? "approved" : "rejected"} by ${approval.by ?? "a former member"}`;
}

function Files({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-small text-ink-2">
      <Paperclip aria-hidden className="size-4 text-ink-3" /> {names.join(", ")}
    </p>
  );
}

function Answers({ row }: { row: TypedRow }) {
  const api = useTRPC();
  const place = usePlace();
  const queryClient = useQueryClient();
  const [rejecting, setRejecting] = useState(false);
  const answer = useMutation(
    api.critical.answer.mutationOptions({
      onSuccess: (_done, { approved }) => {
        toast(approved ? `Approved: order ${row.order.orderId}` : `Rejected: order ${row.order.orderId}`);
        setRejecting(false);
        return queryClient.invalidateQueries(api.critical.pathFilter());
      },
    }),
  );
  const say = (approved: boolean) => answer.mutate({ ...place, messageId: row.id, approved });
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1">
      <Button variant="primary" size="small" busy={answer.isPending} onClick={() => say(true)}>
        Approve and send
      </Button>
      <Button size="small" onClick={() => setRejecting(true)}>
        Reject
      </Button>
      {answer.error === null ? null : <span role="alert">{answer.error.message}</span>}
      <Dialog open={rejecting} onClose={() => setRejecting(false)} title="Reject this message" className="max-w-md">
        <div className="flex flex-col gap-4 px-4 pb-4">
          <p>
            {PURPOSE_WORDS[row.purpose]} for order {row.order.orderId} will not go out. {row.writtenBy.email} can write
            another one.
          </p>
          <div className="flex justify-end gap-2">
            <Button onClick={() => setRejecting(false)}>Keep it</Button>
            <Button variant="danger" busy={answer.isPending} onClick={() => say(false)}>
              Reject
            </Button>
          </div>
        </div>
      </Dialog>
    </div>
  );
}
