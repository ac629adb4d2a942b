import { ListSkeleton } from "../../features/workspace/list-skeleton.tsx";

export default function AccountLoading() {
  return <ListSkeleton what="account" />;
}
