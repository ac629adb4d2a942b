import { confirmServiceAddress } from "@heed/db/commands/service-address";
import { env } from "../../../../../env.ts";
import { services } from "../../../../../server/runtime.ts";

/** The button of the page above; the token names the request, and works once. */
export async function POST(request: Request): Promise<Response> {
  const { db, system, clock } = services();
  const token = String((await request.formData()).get("token") ?? "");
  const answer = await confirmServiceAddress({ db, system }, { token, now: clock.now() });
  return Response.redirect(new URL(`/confirm-address?done=${answer}`, env().AUTH_URL), 303);
}
