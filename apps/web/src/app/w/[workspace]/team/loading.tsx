import { ListSkeleton } from "../../../../features/workspace/list-skeleton.tsx";

export default function TeamLoading() {
  return <ListSkeleton what="team" />;
}
