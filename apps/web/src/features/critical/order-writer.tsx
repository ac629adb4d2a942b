"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { RotateCw, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { Time } from "../../ui/time.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { orderPath, sectionPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { ChoiceList } from "./choice-list.tsx";
import { Composer } from "./composer.tsx";
import { problemWords } from "./critical-words.ts";
import { TaskMaker } from "./task-maker.tsx";

export type CriticalOrder = Outputs["critical"]["order"];

/** One order: what Amazon allows now and why not the rest, then the message. Amazon is asked when the page opens. */
export function OrderWriter({ orderRef, mayWrite }: { orderRef: string; mayWrite: boolean }) {
  const api = useTRPC();
  const place = usePlace();
  const { data, isError } = useQuery(api.critical.order.queryOptions({ ...place, ref: orderRef }));
  const ask = useMutation(api.critical.ask.mutationOptions());
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (!mayWrite || asked.current === orderRef) return;
    asked.current = orderRef;
    ask.mutate({ ...place, ref: orderRef });
  }, [mayWrite, orderRef, place, ask]);
  if (isError) return <p className="p-4 text-ink-2">This order could not be loaded. It may belong to another store.</p>;
  if (data === undefined) return <WriterSkeleton />;
  return (
    <>
      <Head order={data} onAsk={mayWrite ? () => ask.mutate({ ...place, ref: orderRef }) : null} />
      <Choices order={data} mayWrite={mayWrite} />
    </>
  );
}

function Choices({ order, mayWrite }: { order: CriticalOrder; mayWrite: boolean }) {
  const [purpose, setPurpose] = useState<string | null>(null);
  const chosen = order.choices.find((choice) => choice.purpose === purpose && choice.kind !== "closed");
  return (
    <div className="grid gap-x-6 gap-y-4 p-4 lg:grid-cols-2">
      <ChoiceList order={order} chosen={chosen?.purpose ?? null} onChoose={setPurpose} />
      {chosen === undefined ? (
        <p className="text-ink-2">
          Choose what the message is for. The text is checked while you write, and again when it goes.
        </p>
      ) : null}
      {chosen?.kind === "message" ? (
        <Composer key={chosen.purpose} order={order} choice={chosen} mayWrite={mayWrite} />
      ) : null}
      {chosen?.kind === "task" ? <TaskMaker order={order} choice={chosen} mayWrite={mayWrite} /> : null}
    </div>
  );
}

function Head({ order, onAsk }: { order: CriticalOrder; onAsk: (() => void) | null }) {
  const place = usePlace();
  const { name } = marketplaceLook(order.order.marketplaceId);
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-hairline px-4 py-3">
      <IntentLink
        href={orderPath(place, order.ref)}
        className="rounded-badge font-mono text-body font-medium tabular-nums hover:underline"
      >
        {order.order.orderId}
      </IntentLink>
      <span className="text-small text-ink-2">
        {order.storeName}, Amazon {name}
      </span>
      {order.optedOut ? <Badge tone="refused">Buyer opted out</Badge> : null}
      <Answer order={order} />
      <span className="ml-auto flex items-center gap-2">
        {onAsk === null ? null : (
          <Button size="small" variant="ghost" onClick={onAsk}>
            <RotateCw aria-hidden className="size-4" /> Ask Amazon again
          </Button>
        )}
        <IntentLink
          href={sectionPath(place, "critical")}
          aria-label="Choose another order"
          title="Choose another order"
          className="inline-flex size-7 items-center justify-center rounded-item text-ink-2 hover:bg-hover hover:text-ink max-sm:size-11"
        >
          <X aria-hidden className="size-4" />
        </IntentLink>
      </span>
    </header>
  );
}

function Answer({ order: { actions, order } }: { order: CriticalOrder }) {
  const { zone } = marketplaceLook(order.marketplaceId);
  if (actions === null) return <span className="text-small text-ink-3">Amazon was not asked yet</span>;
  if (actions.readAt === null) return <span className="text-small text-ink-2">Asking Amazon what it allows …</span>;
  if (actions.problem !== null) return <span className="text-small text-refused">{problemWords(actions.problem)}</span>;
  return (
    <span className="text-small text-ink-3">
      Amazon answered <Time at={actions.readAt.toString()} zone={zone} />
      {actions.locale === null ? "" : `, buyer reads ${actions.locale}`}
    </span>
  );
}

function WriterSkeleton() {
  return (
    <Loading what="the order" className="flex flex-col gap-3 p-4">
      <Skeleton className="h-6 w-64" />
      <Skeleton className="h-48 w-full rounded-item" />
    </Loading>
  );
}
