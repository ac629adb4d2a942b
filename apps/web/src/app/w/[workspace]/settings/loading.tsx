import { ListSkeleton } from "../../../../features/workspace/list-skeleton.tsx";

export default function SettingsLoading() {
  return <ListSkeleton what="settings" />;
}
