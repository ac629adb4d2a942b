import { ListSkeleton } from "../../../../features/workspace/list-skeleton.tsx";

export default function AuditLoading() {
  return <ListSkeleton what="audit" />;
}
