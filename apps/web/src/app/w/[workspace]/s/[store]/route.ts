import { type Place, sectionPath } from "../../../../../features/shell/paths.ts";
import { redirectTo } from "../../../../../server/redirect-to.ts";

/** A store opens with its overview; whether one may see it is decided there. */
export async function GET(_request: Request, { params }: { params: Promise<Place> }): Promise<Response> {
  return redirectTo(sectionPath(await params, "overview"));
}
