import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { listInput, loadOrderFilters } from "../../../../../../../features/order/order-filters.ts";
import { OrderList } from "../../../../../../../features/order/order-list.tsx";
import type { Place } from "../../../../../../../features/shell/paths.ts";
import { pageTitle } from "../../../../../../../server/page-title.ts";
import { api, getQueryClient, HydrateApi } from "../../../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<Place>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await pageTitle("Orders", await params) };
}

export default async function OrdersPage({ params, searchParams }: Props) {
  const place = await params;
  const filters = await loadOrderFilters(searchParams);
  const { order } = await searchParams;
  const queryClient = getQueryClient();
  await Promise.all([
    queryClient.prefetchQuery(api.order.list.queryOptions(listInput(place, filters))),
    queryClient.prefetchQuery(api.order.counts.queryOptions(place)),
    ...(typeof order === "string"
      ? [queryClient.prefetchQuery(api.order.get.queryOptions({ ...place, ref: order }))]
      : []),
  ]);
  return (
    <HydrateApi>
      <OrderList />
    </HydrateApi>
  );
}
