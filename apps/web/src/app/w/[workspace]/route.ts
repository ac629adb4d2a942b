import { sectionPath } from "../../../features/shell/paths.ts";
import { redirectTo } from "../../../server/redirect-to.ts";

/** A workspace opens with the overview of all its stores; whether one may see it is decided there. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const { workspace } = await params;
  return redirectTo(sectionPath({ workspace, store: "all" }, "overview"));
}
