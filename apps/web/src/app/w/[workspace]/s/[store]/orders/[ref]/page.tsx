import type { Metadata } from "next";
import { OrderPage } from "../../../../../../../features/order/order-page.tsx";
import type { Place } from "../../../../../../../features/shell/paths.ts";
import { loadOrder } from "../../../../../../../server/load-order.ts";
import { pageTitle } from "../../../../../../../server/page-title.ts";
import { api, getQueryClient, HydrateApi } from "../../../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<Place & { readonly ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, store, ref } = await params;
  const { row } = await loadOrder(workspace, store, ref);
  return { title: `${row.orderId} · ${await pageTitle("Orders", { workspace, store })}` };
}

export default async function OrderFullPage({ params }: Props) {
  const { workspace, store, ref } = await params;
  getQueryClient().setQueryData(
    api.order.get.queryKey({ workspace, store, ref }),
    await loadOrder(workspace, store, ref),
  );
  return (
    <HydrateApi>
      <OrderPage orderRef={ref} />
    </HydrateApi>
  );
}
