import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { z } from "zod";
import type { Endpoint } from "./agent.ts";
import { decodeJson } from "./decode-json.ts";
import type { RawAnswer } from "./exchange.ts";
import { exchange } from "./exchange.ts";
import { postLogin } from "./login-request.ts";

export interface CodeExchange {
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  /** `spapi_oauth_code`: lives five minutes and works once. */
  readonly code: string;
  /** The address that the consent led back to; Amazon compares it. */
  readonly redirectUri: string;
  readonly now: Instant;
  readonly endpoint?: Endpoint | undefined;
  /** Real milliseconds. */
  readonly timeoutMs: number;
}

export interface GrantedTokens {
  readonly refreshToken: string;
  readonly accessToken: string;
  readonly expiresAt: Instant;
}

const grantAnswer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
});
const errorAnswer = z.object({ error: z.string() });

/**
 * Trades the code of a consent for the seller's refresh token. A code is used up even by an answer that was lost, so
 * this is never repeated: the seller consents again.
 * @throws AppError PRECONDITION_FAILED with `details.reason` = "code" (used, expired, another redirect address) or
 *   "application" (our own credentials); UPSTREAM where Amazon does not answer as it should
 */
export async function exchangeCode(input: CodeExchange): Promise<GrantedTokens> {
  const { code, redirectUri, credentials, endpoint, timeoutMs } = input;
  const fields = {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    client_id: credentials.clientId,
    client_secret: credentials.clientSecret,
  };
  const made = await exchange(timeoutMs, () => postLogin(fields, endpoint));
  if (made.kind !== "answered") throw unreachable(null);
  return readGrant(made.answer, input.now);
}

function readGrant({ status, body }: RawAnswer, now: Instant): GrantedTokens {
  const answer = decode(body);
  const grant = grantAnswer.safeParse(answer).data;
  if (status === 200 && grant !== undefined) {
    const expiresAt = now.add({ seconds: Math.floor(grant.expires_in) });
    return { refreshToken: grant.refresh_token, accessToken: grant.access_token, expiresAt };
  }
  const error = errorAnswer.safeParse(answer).data?.error;
  if (error === "invalid_grant") {
    throw new AppError("PRECONDITION_FAILED", "Amazon no longer takes this authorisation: it is used or too old.", {
      details: { reason: "code" },
    });
  }
  if (error === "invalid_client" || error === "unauthorized_client") {
    throw new AppError("PRECONDITION_FAILED", "Amazon does not accept the application's client id and secret", {
      details: { reason: "application" },
    });
  }
  throw unreachable(status);
}

function decode(body: Buffer): unknown {
  try {
    return decodeJson(body);
  } catch {
    return null;
  }
}

function unreachable(status: number | null): AppError {
  return new AppError("UPSTREAM", "Amazon's sign-in did not answer as expected", {
    retryable: true,
    details: { status },
  });
}
