import { request } from "node:https";
import { AppError } from "@heed/core/errors";
import type { Region } from "@heed/core/marketplace/marketplaces";
import { z } from "zod";
import { agentFor, type Endpoint } from "./agent.ts";
import { decodeJson } from "./decode-json.ts";
import { exchange, type RawAnswer } from "./exchange.ts";
import { postLogin } from "./login-request.ts";

/** The application as Amazon knows it: what it does by itself, for no seller. */
export interface Application {
  readonly clientId: string;
  /** Those that may be valid, newest first: two while one takes over from the other. */
  readonly secrets: readonly string[];
  readonly endpoint?: Endpoint | undefined;
  readonly timeoutMs: number;
}

export interface GrantlessCall {
  /** What the token is asked for (developer-docs, "Grantless operations", 2026-11-25). */
  readonly scope: "sellingpartnerapi::notifications" | "sellingpartnerapi::client_credential:rotation";
  readonly region: Region;
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
}

export interface GrantlessAnswer {
  readonly status: number;
  readonly body: unknown;
}

const tokenAnswer = z.object({ access_token: z.string().min(1) });
const UNAUTHORISED = 401;

/** One call with a token of its own; these are so few that none is kept. Not repeated: the caller knows what may be. */
export async function callGrantless(application: Application, call: GrantlessCall): Promise<GrantlessAnswer> {
  const token = await grantlessToken(application, call.scope);
  const answer = await within(application, () => send(application, call, token));
  return { status: answer.status, body: decode(answer) };
}

async function grantlessToken(application: Application, scope: string): Promise<string> {
  const { clientId, secrets, endpoint } = application;
  let status = UNAUTHORISED;
  for (const secret of secrets) {
    const grant = { grant_type: "client_credentials", scope, client_id: clientId, client_secret: secret };
    const answer = await within(application, () => postLogin(grant, endpoint));
    const { data } = tokenAnswer.safeParse(decode(answer));
    if (answer.status === 200 && data !== undefined) return data.access_token;
    status = answer.status;
    if (status !== UNAUTHORISED) break;
  }
  throw new AppError("UPSTREAM", "Amazon gives the application no token of its own", { details: { status } });
}

async function within({ timeoutMs }: Application, work: () => Promise<RawAnswer>): Promise<RawAnswer> {
  const made = await exchange(timeoutMs, work);
  if (made.kind === "answered") return made.answer;
  throw new AppError("UPSTREAM", "Amazon did not answer the application", { retryable: true, cause: made.cause });
}

function send({ endpoint }: Application, call: GrantlessCall, token: string): Promise<RawAnswer> {
  const { region, method, path } = call;
  const text = call.body === undefined ? "" : JSON.stringify(call.body);
  const headers = {
    "x-amz-access-token": token,
    "user-agent": "Heed/1.0 (Language=Node.js)",
    ...(method === "POST" && { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
  };
  const host = `sellingpartnerapi-${region.toLowerCase()}.amazon.com`;
  return new Promise((resolve, reject) => {
    const made = request({ method, host, path, headers, agent: agentFor(endpoint) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    made.on("error", reject);
    made.end(text);
  });
}

function decode({ body }: RawAnswer): unknown {
  try {
    return decodeJson(body);
  } catch {
    return null;
  }
}
