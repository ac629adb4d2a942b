import type { Metadata } from "next";
import { OrderPage } from "../../../../../../../features/order/order-page.tsx";
import type { Place } from "../../../../../../../features/shell/paths.ts";
import { orNotFound } from "../../../../../../../server/or-not-found.ts";
import { pageTitle } from "../../../../../../../server/page-title.ts";
import { api, call, getQueryClient, HydrateApi } from "../../../../../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<Place & { readonly ref: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const place = await params;
  const order = await orNotFound(call.order.get(place));
  return { title: `${order.row.orderId} · ${await pageTitle("Orders", place)}` };
}

export default async function OrderFullPage({ params }: Props) {
  const place = await params;
  await orNotFound(getQueryClient().fetchQuery(api.order.get.queryOptions(place)));
  return (
    <HydrateApi>
      <OrderPage orderRef={place.ref} />
    </HydrateApi>
  );
}
