import { type Completion, completeAuthorisation } from "../../../../../server/amazon/complete-authorisation.ts";
import { redirectTo } from "../../../../../server/redirect-to.ts";
import { requestContext } from "../../../../../server/request-context.ts";

/**
 * Amazon sends the browser here with a code in the address. The answer leads on at once and tells no other site of it
 * (`Referrer-Policy: no-referrer`, set for all of /oauth); only names of ours stand in the address that follows.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const completion = await completeAuthorisation(await requestContext(), {
    state: searchParams.get("state"),
    sellerId: searchParams.get("selling_partner_id"),
    code: searchParams.get("spapi_oauth_code"),
  });
  return redirectTo(pathAfter(completion));
}

function pathAfter(completion: Completion): string {
  if (completion.kind === "refused") {
    const workspace = completion.slug === null ? "" : `&workspace=${encodeURIComponent(completion.slug)}`;
    return `/oauth/amazon/failed?why=${completion.refusal}${workspace}`;
  }
  const { slug, returnTo, storeId } = completion;
  const base = `/w/${encodeURIComponent(slug)}`;
  return returnTo === "onboarding" ? `${base}/onboarding?store=${storeId}` : `${base}/stores?connected=${storeId}`;
}
