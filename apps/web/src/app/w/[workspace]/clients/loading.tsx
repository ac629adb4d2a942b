import { ListSkeleton } from "../../../../features/workspace/list-skeleton.tsx";

export default function ClientsLoading() {
  return <ListSkeleton what="clients" />;
}
