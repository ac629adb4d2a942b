import type { IncomingMessage } from "node:http";
import type { Instant } from "@heed/core/time";
import type { Sandbox } from "../sandbox.ts";
import type { StoreState } from "../state.ts";
import { type Answer, TOKEN_EXPIRED, TOKEN_MISSING, TOKEN_REVOKED, unauthorized } from "./answers.ts";
import { GRANTLESS_SCOPES, isGrantless, type Route } from "./operations.ts";
import { checkAccessToken, grantlessHolder } from "./tokens.ts";

/** The application itself, with a token for the scope of what it calls. */
interface ApplicationCaller {
  readonly scope: string;
}

export type Caller = StoreState | ApplicationCaller | Answer;

interface Authorised {
  readonly host: string;
  readonly headers: IncomingMessage["headers"];
  readonly now: Instant;
  readonly route: Route | null;
}

/** Who calls by the access token, or the refusal. */
export function authorise({ keys, state }: Sandbox, { host, headers, now, route }: Authorised): Caller {
  const token = headers["x-amz-access-token"];
  if (typeof token !== "string") return unauthorized(TOKEN_MISSING);
  const verdict = checkAccessToken(keys.token, token, now);
  if (verdict.kind === "expired") return unauthorized(TOKEN_EXPIRED);
  const holder = verdict.kind === "valid" ? verdict.sellerId : null;
  if (route !== null && isGrantless(route.operation)) return asApplication(GRANTLESS_SCOPES[route.operation], holder);
  const seller = holder === null ? undefined : state.stores.get(holder);
  if (seller === undefined || seller.revoked) return unauthorized(TOKEN_REVOKED);
  return atItsHost(seller, host);
}

function asApplication(scope: string, holder: string | null): Caller {
  return holder === grantlessHolder(scope) ? { scope } : unauthorized("");
}

/** A store is served by its own region's host only. */
function atItsHost(seller: StoreState, host: string): Caller {
  return host === `sellingpartnerapi-${seller.store.region.toLowerCase()}.amazon.com` ? seller : unauthorized("");
}

export function sellerOf(caller: Caller): string | null {
  return "store" in caller ? caller.store.sellerId : null;
}
