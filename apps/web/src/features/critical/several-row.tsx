"use client";

import { TYPED_OPERATIONS, type TypedName } from "@heed/core/message/typed-operation";
import { explainReason } from "@heed/core/policy/explain-reason";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { usePlace } from "../shell/shell-data.ts";
import { problemWords } from "./critical-words.ts";
import type { CriticalOrder } from "./order-writer.tsx";

interface SeveralRowProps {
  readonly orderRef: string;
  readonly orderId: string;
  readonly operation: TypedName;
  readonly text: string;
}

type Written = Outputs["critical"]["write"];

/** One order of the list: asked at Amazon, judged, and decided by its own button. */
export function SeveralRow({ orderRef, orderId, operation, text }: SeveralRowProps) {
  const api = useTRPC();
  const place = usePlace();
  const { data } = useQuery(api.critical.order.queryOptions({ ...place, ref: orderRef }));
  const ask = useMutation(api.critical.ask.mutationOptions());
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    ask.mutate({ ...place, ref: orderRef });
  }, [ask, place, orderRef]);
  const write = useMutation(api.critical.write.mutationOptions());
  const send = (order: CriticalOrder) =>
    write.mutate({
      ...place,
      ...{ ref: orderRef, operation, text, coverageFrom: null, coverageTo: null, fileIds: [] },
      language: order.actions?.locale ?? "en",
    });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <span className="font-mono text-small tabular-nums">{orderId}</span>
      {data?.optedOut === true ? <Badge tone="refused">Buyer opted out</Badge> : null}
      <span className="ml-auto flex flex-wrap items-center gap-2 text-small">
        {write.error === null ? null : <span role="alert">{write.error.message}</span>}
        {write.data !== undefined ? <Result written={write.data} zone={zoneOf(data)} /> : null}
        {write.data === undefined && data !== undefined ? (
          <Decision order={data} operation={operation} busy={write.isPending} onSend={() => send(data)} />
        ) : null}
      </span>
    </li>
  );
}

const zoneOf = (order: CriticalOrder | undefined) =>
  order === undefined ? "UTC" : marketplaceLook(order.order.marketplaceId).zone;

interface DecisionProps {
  readonly order: CriticalOrder;
  readonly operation: TypedName;
  readonly busy: boolean;
  readonly onSend: () => void;
}

function Decision({ order, operation, busy, onSend }: DecisionProps) {
  const { actions } = order;
  if (actions === null || actions.readAt === null) return <span className="text-ink-2">Asking Amazon …</span>;
  if (actions.problem !== null) return <span className="text-refused">{problemWords(actions.problem)}</span>;
  const choice = order.choices.find(({ purpose }) => purpose === TYPED_OPERATIONS[operation].purpose);
  if (choice?.kind === "message") {
    return (
      <Button size="small" variant="primary" busy={busy} onClick={onSend}>
        {choice.critical && order.approval ? "Ask for approval" : "Send"}
        <span className="sr-only"> for order {order.order.orderId}</span>
      </Button>
    );
  }
  const reason = choice?.reason ?? null;
  return (
    <span className="text-ink-2">
      {reason === null ? "A task for Seller Central." : explainReason(reason, zoneOf(order)).sentence}
    </span>
  );
}

function Result({ written, zone }: { written: Written; zone: string }) {
  switch (written.kind) {
    case "written":
      return (
        <StateMark tone="waiting" shape="ring" word={written.awaitsApproval ? "Waits for approval" : "On its way"} />
      );
    case "refused":
      return <span>Not sent. {explainReason(written.reason, zone).sentence}</span>;
    case "blocked":
      return <span>Not sent: {[...new Set(written.findings.map(({ rule }) => rule))].join(", ")}</span>;
  }
}
