import { randomBytes } from "node:crypto";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import type { Fact } from "../journal/entry.ts";
import type { State, StoreState } from "../state.ts";
import type { Answer } from "./answers.ts";
import { isValidSecret } from "./application.ts";
import { ACCESS_TOKEN_LIFE, grantlessHolder, issueAccessToken } from "./tokens.ts";

export interface Application {
  readonly applicationId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where a consent may lead back to, as registered with Amazon. */
  readonly redirectUris: readonly string[];
  /** Where the Appstore sends sellers to sign in. */
  readonly loginUri: string;
  /** Not yet published: only `version=beta` works. */
  readonly draft: boolean;
}

export interface LoginRequest {
  readonly state: State;
  readonly now: Instant;
  readonly tokenKey: string;
  readonly application: Application;
  readonly form: URLSearchParams;
}

export interface LoginAnswer extends Answer {
  readonly sellerId: string | null;
  readonly facts: readonly Fact[];
}

/**
 * Login with Amazon, `POST /auth/o2/token`. Errors as documented at
 * developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html.
 */
export function login(request: LoginRequest): LoginAnswer {
  const { form, application } = request;
  const [clientId, secret] = [form.get("client_id"), form.get("client_secret")];
  if (clientId === null || secret === null)
    return failure(400, "invalid_request", "The request is missing a required parameter : client_id");
  const { state, now } = request;
  if (clientId !== application.clientId || !isValidSecret(state, application, { secret, now }))
    return failure(401, "invalid_client", "Client authentication failed");
  switch (form.get("grant_type")) {
    case "refresh_token":
      return byRefreshToken(request);
    case "authorization_code":
      return byCode(request);
    case "client_credentials":
      return byCredentials(request);
    default:
      return failure(
        400,
        "unsupported_grant_type",
        "The authorization grant type is not supported by the authorization server",
      );
  }
}

function byRefreshToken(request: LoginRequest): LoginAnswer {
  const refreshToken = request.form.get("refresh_token");
  if (refreshToken === null)
    return failure(400, "invalid_request", "The request is missing a required parameter : refresh_token");
  const seller = [...request.state.stores.values()].find(({ store }) => store.refreshToken === refreshToken);
  if (seller === undefined || seller.revoked)
    return failure(400, "invalid_grant", "The request has an invalid grant parameter : refresh_token");
  return success(request, seller, []);
}

function byCode(request: LoginRequest): LoginAnswer {
  const code = request.form.get("code") ?? "";
  const known = request.state.codes.get(code);
  const seller = known === undefined ? undefined : request.state.stores.get(known.sellerId);
  const alive =
    known !== undefined && Temporal.Instant.compare(request.now, Temporal.Instant.from(known.expiresAt)) < 0;
  const sameAddress = request.form.get("redirect_uri") === known?.redirectUri;
  if (seller === undefined || !alive || !sameAddress)
    return failure(400, "invalid_grant", "The request has an invalid grant parameter : code");
  return success(request, seller, [{ kind: "amazon.code_used", code }]);
}

/** Grantless tokens need a scope and belong to no seller. */
function byCredentials(request: LoginRequest): LoginAnswer {
  const scope = request.form.get("scope");
  if (scope?.startsWith("sellingpartnerapi::") !== true)
    return failure(400, "invalid_scope", "The request has an invalid scope");
  return { status: 200, body: tokenBody(request, grantlessHolder(scope)), sellerId: null, facts: [] };
}

function success(request: LoginRequest, seller: StoreState, facts: readonly Fact[]): LoginAnswer {
  const { sellerId, refreshToken } = seller.store;
  return { status: 200, body: { ...tokenBody(request, sellerId), refresh_token: refreshToken }, sellerId, facts };
}

function tokenBody({ tokenKey, now }: LoginRequest, sellerId: string) {
  const access = issueAccessToken(tokenKey, { sellerId, now, nonce: randomBytes(6).toString("base64url") });
  return { access_token: access, token_type: "bearer", expires_in: ACCESS_TOKEN_LIFE };
}

function failure(status: number, error: string, description: string): LoginAnswer {
  return { status, body: { error, error_description: description }, sellerId: null, facts: [] };
}
