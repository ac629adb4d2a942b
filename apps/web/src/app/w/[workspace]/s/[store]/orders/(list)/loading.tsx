import { OrderListSkeleton } from "../../../../../../../features/order/order-list-skeleton.tsx";

export default function OrdersLoading() {
  return <OrderListSkeleton />;
}
