import { redirect } from "next/navigation";
import { sectionPath } from "../../../../../features/shell/paths.ts";

export default async function StorePage({ params }: { params: Promise<{ workspace: string; store: string }> }) {
  redirect(sectionPath(await params, "overview"));
}
