import { AppError } from "@heed/core/errors";
import { z } from "zod";
import { decodeJson } from "./decode-json.ts";
import type { RawAnswer } from "./exchange.ts";
import { exchange } from "./exchange.ts";
import type { GatewayOptions } from "./gateway-types.ts";
import { postLogin } from "./login-request.ts";
import { LWA_TOKEN } from "./operations.ts";
import type { FreshToken } from "./ports.ts";

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const errorAnswer = z.object({ error: z.string() });

/** Errors of RFC 6749 §5.2 that mean the seller's permission is gone, not that the request failed. */
const REVOKED = new Set(["invalid_grant", "unauthorized_client"]);

/** The client library drops `expires_in` and the status of this answer, so the request is our own. */
export async function requestToken(options: GatewayOptions, timeoutMs: number): Promise<FreshToken> {
  const { clientSecret } = options.credentials;
  const secrets = [...new Set([...((await options.secrets?.()) ?? []), clientSecret])];
  for (const secret of secrets.slice(0, -1)) {
    const token = await tryToken(options, { timeoutMs, secret }).catch(unlessRefused);
    if (token !== null) return token;
  }
  return tryToken(options, { timeoutMs, secret: secrets.at(-1) ?? clientSecret });
}

/** While one secret takes over from another both are valid; afterwards the older one is not. */
function unlessRefused(error: unknown): null {
  if (error instanceof AppError && error.code === "PRECONDITION_FAILED") return null;
  throw error;
}

interface Try {
  readonly timeoutMs: number;
  readonly secret: string;
}

async function tryToken(options: GatewayOptions, { timeoutMs, secret }: Try): Promise<FreshToken> {
  const made = await options.clock.track(() => exchange(timeoutMs, () => post(options, secret)));
  const status = made.kind === "answered" ? made.answer.status : null;
  if (made.kind !== "not_sent") {
    const { storeId, sellerId } = options;
    await options.calls.record({ storeId, sellerId, operation: LWA_TOKEN, at: options.clock.now(), status });
  }
  if (made.kind !== "answered") throw unreachable(status, made.cause);
  return readToken(made.answer, options);
}

function readToken(answer: RawAnswer, { clock }: GatewayOptions): FreshToken {
  const body = decode(answer);
  const token = tokenAnswer.safeParse(body);
  if (answer.status === 200 && token.success) {
    const seconds = Math.floor(token.data.expires_in);
    return { accessToken: token.data.access_token, expiresAt: clock.now().add({ seconds }) };
  }
  const error = errorAnswer.safeParse(body).data?.error;
  if (error !== undefined && REVOKED.has(error)) {
    throw new AppError("FORBIDDEN", "The seller has withdrawn the permission at Amazon", {
      details: { reason: "revoked" },
    });
  }
  if (error === "invalid_client") {
    throw new AppError("PRECONDITION_FAILED", "Amazon does not accept the application's client id and secret");
  }
  throw unreachable(answer.status, error);
}

function decode(answer: RawAnswer): unknown {
  try {
    return decodeJson(answer.body);
  } catch {
    return null;
  }
}

function unreachable(status: number | null, cause: unknown): AppError {
  return new AppError("UPSTREAM", "Amazon's sign-in did not answer as expected", {
    retryable: true,
    cause,
    details: { status },
  });
}

function post({ credentials, endpoint }: GatewayOptions, secret: string): Promise<RawAnswer> {
  const fields = {
    grant_type: "refresh_token",
    refresh_token: credentials.refreshToken,
    client_id: credentials.clientId,
    client_secret: secret,
  };
  return postLogin(fields, endpoint);
}
