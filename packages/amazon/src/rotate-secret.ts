import { request } from "node:https";
import { AppError } from "@heed/core/errors";
import { z } from "zod";
import { agentFor, type Endpoint } from "./agent.ts";
import { exchange, type RawAnswer } from "./exchange.ts";

export interface SecretRotation {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly endpoint?: Endpoint | undefined;
  readonly timeoutMs: number;
}

/** The scope of a grantless token for application_2023-11-30.json (its guide, 2026-11-25). */
const SCOPE = "sellingpartnerapi::client_credential:rotation";
const PATH = "/applications/2023-11-30/clientSecret";
const tokenAnswer = z.object({ access_token: z.string().min(1) });

/**
 * Asks Amazon for a new client secret of the application. It comes by the queue that is registered for it; the one before
 * stays valid for a while. Asked twice, Amazon makes two: the caller asks once and waits.
 */
export async function rotateClientSecret(rotation: SecretRotation): Promise<void> {
  const { clientId, clientSecret } = rotation;
  const grant = { grant_type: "client_credentials", scope: SCOPE, client_id: clientId, client_secret: clientSecret };
  const token = await send(rotation, { host: "api.amazon.com", path: "/auth/o2/token", body: JSON.stringify(grant) });
  const { data } = tokenAnswer.safeParse(decode(token));
  if (token.status !== 200 || data === undefined) throw refused(token.status);
  const headers = { "x-amz-access-token": data.access_token };
  const answer = await send(rotation, { host: "sellingpartnerapi-na.amazon.com", path: PATH, body: "", headers });
  if (answer.status !== 204) throw refused(answer.status);
}

interface Sent {
  readonly host: string;
  readonly path: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(rotation: SecretRotation, sent: Sent): Promise<RawAnswer> {
  const made = await exchange(rotation.timeoutMs, () => post(rotation.endpoint, sent));
  if (made.kind === "answered") return made.answer;
  throw new AppError("UPSTREAM", "Amazon did not answer when asked for a new client secret", { cause: made.cause });
}

function post(endpoint: Endpoint | undefined, { host, path, body, headers = {} }: Sent): Promise<RawAnswer> {
  const own = { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers };
  return new Promise((resolve, reject) => {
    const call = request({ method: "POST", host, path, headers: own, agent: agentFor(endpoint) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    call.on("error", reject);
    call.end(body);
  });
}

function decode({ body }: RawAnswer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return null;
  }
}

function refused(status: number): AppError {
  return new AppError("UPSTREAM", "Amazon does not make a new client secret", { details: { status } });
}
