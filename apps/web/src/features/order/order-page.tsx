"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { usePlace } from "../shell/shell-data.ts";
import { OrderBody, OrderTitle } from "./order-body.tsx";

/** The same as the panel, with room and an address of its own. */
export function OrderPage({ orderRef }: { orderRef: string }) {
  const api = useTRPC();
  const place = usePlace();
  const { data } = useSuspenseQuery(api.order.get.queryOptions({ ...place, ref: orderRef }));
  return (
    <div className="mx-auto max-w-reading">
      <PageHeader title={<OrderTitle order={data} />} />
      <OrderBody order={data} />
    </div>
  );
}
