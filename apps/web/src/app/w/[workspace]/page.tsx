import { redirect } from "next/navigation";
import { sectionPath } from "../../../features/shell/paths.ts";

export default async function WorkspacePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  redirect(sectionPath({ workspace, store: "all" }, "overview"));
}
