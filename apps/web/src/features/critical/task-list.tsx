"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ExternalLink } from "lucide-react";
import { toast } from "sonner";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { PURPOSE_WORDS } from "../message/message-words.ts";
import { orderPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { sellerCentralLink } from "./critical-words.ts";

type TaskRow = Outputs["critical"]["tasks"][number];

/** What persons do in Seller Central, open ones first. */
export function TaskList({ mayWrite }: { mayWrite: boolean }) {
  const api = useTRPC();
  const place = usePlace();
  const { data, error } = useQuery(api.critical.tasks.queryOptions(place));
  if (error !== null) throw error;
  if (data === undefined) {
    return (
      <Loading what="tasks">
        <Skeleton className="h-48 w-full rounded-box" />
      </Loading>
    );
  }
  if (data.length === 0) {
    return (
      <EmptyState
        title="No tasks in Seller Central"
        text="What Amazon’s API cannot carry, such as a question about a return, is noted here with its link."
      />
    );
  }
  const sorted = data.toSorted((a, b) => Number(b.state === "open") - Number(a.state === "open"));
  return (
    <ul aria-label="Tasks" className="divide-y divide-hairline rounded-box border border-hairline bg-surface">
      {sorted.map((row) => (
        <Task key={row.id} row={row} mayWrite={mayWrite} />
      ))}
    </ul>
  );
}

function Task({ row, mayWrite }: { row: TaskRow; mayWrite: boolean }) {
  const place = usePlace();
  const { orderId, marketplaceId, ref } = row.order;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5">
      <State state={row.state} />
      <span className="font-medium">{PURPOSE_WORDS[row.purpose]}</span>
      <IntentLink
        href={orderPath(place, ref)}
        className="focus-inset rounded-badge font-mono text-small tabular-nums hover:underline"
      >
        {orderId}
      </IntentLink>
      <span className="text-small text-ink-3">{row.storeName}</span>
      <Time
        at={(row.closedAt ?? row.at).toString()}
        zone={marketplaceLook(marketplaceId).zone}
        className="text-small text-ink-3"
      />
      {row.state === "open" ? (
        <span className="ml-auto flex flex-wrap gap-2">
          <a
            href={sellerCentralLink(marketplaceId, orderId)}
            target="_blank"
            rel="noreferrer"
            className={buttonClass("secondary", "small")}
          >
            <ExternalLink aria-hidden className="size-4" /> Seller Central
            <span className="sr-only"> for order {orderId}, in a new tab</span>
          </a>
          {mayWrite ? <Close row={row} /> : null}
        </span>
      ) : null}
    </li>
  );
}

function State({ state }: { state: TaskRow["state"] }) {
  if (state === "open") return <StateMark tone="waiting" shape="ring" word="To do" />;
  return state === "done" ? (
    <StateMark tone="reached" shape="disc" word="Done" />
  ) : (
    <StateMark tone="rule" shape="slash" word="Dropped" />
  );
}

function Close({ row }: { row: TaskRow }) {
  const api = useTRPC();
  const place = usePlace();
  const queryClient = useQueryClient();
  const close = useMutation(
    api.critical.closeTask.mutationOptions({
      onSuccess: (_done, { state }) => {
        toast(state === "done" ? "Task done" : "Task dropped");
        return queryClient.invalidateQueries(api.critical.pathFilter());
      },
      onError: (error) => toast(error.message),
    }),
  );
  const end = (state: "done" | "dropped") => close.mutate({ ...place, taskId: row.id, state });
  return (
    <>
      <Button size="small" busy={close.isPending} onClick={() => end("done")}>
        Done<span className="sr-only">: order {row.order.orderId}</span>
      </Button>
      <Button size="small" variant="ghost" disabled={close.isPending} onClick={() => end("dropped")}>
        Drop<span className="sr-only"> the task of order {row.order.orderId}</span>
      </Button>
    </>
  );
}
