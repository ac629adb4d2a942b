"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Expand, X } from "lucide-react";
import { useRef, useSyncExternalStore } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { IconButton } from "../../ui/button.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { Scroller } from "../../ui/scroller.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { Loading, Skeleton } from "../../ui/skeleton.tsx";
import { orderPath } from "../shell/paths.ts";
import { usePlace } from "../shell/shell-data.ts";
import { OrderBody, OrderTitle } from "./order-body.tsx";

interface OrderPanelProps {
  readonly orderRef: string;
  /** Where it stands in the list; null when it is not on this page. */
  readonly position: { readonly at: number; readonly of: number } | null;
  readonly onClose: () => void;
  readonly onStep: (by: number) => void;
}

/** Docked at the right; the list stays alive on screens that are wide enough for both. */
export function OrderPanel({ orderRef, position, onClose, onStep }: OrderPanelProps) {
  const api = useTRPC();
  const place = usePlace();
  const wide = useWide();
  const title = useRef<HTMLHeadingElement>(null);
  const { data, isError } = useQuery(api.order.get.queryOptions({ ...place, ref: orderRef }));
  const label = data === undefined ? "Order" : `Order ${data.row.orderId}`;
  return (
    <Sheet
      open
      onClose={onClose}
      label={label}
      side="right"
      modal={!wide}
      initialFocus={title}
      className="w-[clamp(440px,38vw,640px)] max-sm:w-full"
    >
      <header className="flex min-h-12 shrink-0 items-center gap-1 border-b border-hairline py-1 pr-2 pl-4">
        <h2 ref={title} tabIndex={-1} className="focus-inset min-w-0 flex-1 rounded-badge">
          {data === undefined ? <span className="sr-only">Order</span> : <OrderTitle order={data} />}
        </h2>
        <p className="sr-only" aria-live="polite">
          {data === undefined || position === null ? "" : `${label}, ${position.at + 1} of ${position.of}`}
        </p>
        <IconButton
          label="Previous order  k"
          disabled={position === null || position.at === 0}
          onClick={() => onStep(-1)}
        >
          <ArrowUp aria-hidden className="size-4" />
        </IconButton>
        <IconButton
          label="Next order  j"
          disabled={position === null || position.at === position.of - 1}
          onClick={() => onStep(1)}
        >
          <ArrowDown aria-hidden className="size-4" />
        </IconButton>
        <IntentLink
          href={orderPath(place, orderRef)}
          aria-label="Open the full page"
          title="Open the full page  o"
          className="inline-flex size-7 items-center justify-center rounded-item text-ink-2 hover:bg-hover hover:text-ink max-sm:size-11"
        >
          <Expand aria-hidden className="size-4" />
        </IntentLink>
        <IconButton label="Close  Esc" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </header>
      <Scroller label="Order details" className="min-h-0 flex-1 p-4">
        {data === undefined ? <PanelRest failed={isError} /> : <OrderBody order={data} />}
      </Scroller>
    </Sheet>
  );
}

function PanelRest({ failed }: { failed: boolean }) {
  if (failed) {
    return (
      <p className="text-ink-2">
        This order could not be loaded. It may belong to another store; choose “All stores” and search for it.
      </p>
    );
  }
  return (
    <Loading what="the order" className="flex flex-col gap-3">
      <Skeleton className="h-32 w-full rounded-item" />
      <Skeleton className="h-5 w-32" />
      <Skeleton className="h-64 w-full rounded-item" />
    </Loading>
  );
}

const WIDE = "(min-width: 1024px)";

function useWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
}
