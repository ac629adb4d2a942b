import "server-only";
import { env } from "../env.ts";

/** To a path of ours, whatever host name the request came by. */
export function redirectTo(path: string): Response {
  return Response.redirect(new URL(path, env().AUTH_URL), 307);
}
