import http from "node:http";
import https from "node:https";
import { sign, verify } from "./signature.ts";

/** What came of a call. */
export type Answer =
  | {
      readonly kind: "answered";
      readonly status: number;
      /** `x-inngest-no-retry`, absent where something else than the SDK answered. */
      readonly noRetry: boolean | null;
      readonly retryAfter: string | null;
      readonly body: string;
    }
  /** Nothing came back: the worker is down (not reached) or went away in the middle. */
  | { readonly kind: "unreachable"; readonly reached: boolean; readonly message: string }
  /** Something came back that cannot be trusted or read. */
  | { readonly kind: "refused"; readonly message: string };

export interface WorkerOptions {
  readonly serveUrl: string;
  /** null = dev mode: nothing is signed. */
  readonly signingKey: string | null;
  /** Real milliseconds until a call is given up. */
  readonly timeout: number;
  readonly connections: number;
}

export interface Worker {
  call(request: WorkerRequest): Promise<Answer>;
  close(): void;
}

export interface WorkerRequest {
  readonly method: "POST" | "PUT";
  readonly search: string;
  /** Canonical JSON or empty. */
  readonly body: string;
}

/** Errors that come before anything was sent. */
const neverReached: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** The largest answer that is read, in bytes. */
const LARGEST = 32 * 1024 * 1024;

/** A keep-alive client of the worker's serve address. */
export function createWorker(options: WorkerOptions): Worker {
  const secure = options.serveUrl.startsWith("https:");
  const settings = { keepAlive: true, maxSockets: options.connections, noDelay: true };
  const agent = secure ? new https.Agent(settings) : new http.Agent(settings);
  return {
    call: (request) => send({ ...options, agent, secure }, request),
    close: () => agent.destroy(),
  };
}

interface Connection extends WorkerOptions {
  readonly agent: http.Agent;
  readonly secure: boolean;
}

function send(connection: Connection, request: WorkerRequest): Promise<Answer> {
  const url = new URL(request.search, connection.serveUrl);
  const headers: Record<string, string | number> = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(request.body),
    "x-inngest-server-kind": connection.signingKey === null ? "dev" : "cloud",
  };
  if (connection.signingKey !== null)
    headers["x-inngest-signature"] = sign(request.body, connection.signingKey, unixSeconds());
  return new Promise((resolve) => {
    const client = connection.secure ? https : http;
    const outgoing = client.request(url, {
      method: request.method,
      agent: connection.agent,
      headers,
      timeout: connection.timeout,
    });
    const fail = (error: NodeJS.ErrnoException) =>
      resolve({ kind: "unreachable", reached: !neverReached.has(error.code ?? ""), message: error.message });
    outgoing.on("response", (incoming) => {
      read(incoming).then((body) => resolve(judge(connection, incoming, body)), fail);
    });
    outgoing.on("timeout", () => {
      resolve({ kind: "refused", message: `No answer within ${connection.timeout} ms` });
      outgoing.destroy();
    });
    outgoing.on("error", fail);
    outgoing.end(request.body);
  });
}

function unixSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

function read(incoming: http.IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > LARGEST) incoming.destroy(new Error(`The answer is longer than ${LARGEST} bytes`));
      else chunks.push(chunk);
    });
    incoming.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    incoming.on("error", reject);
    incoming.on("close", () => reject(new Error("The connection broke in the middle of the answer")));
  });
}

function judge(connection: Connection, incoming: http.IncomingMessage, body: string): Answer {
  const status = incoming.statusCode ?? 0;
  if (status === 401) return { kind: "refused", message: "The worker refused the signature: the signing keys differ" };
  if (!isSigned(connection, incoming, body))
    return { kind: "refused", message: `An answer of status ${status} without a valid signature` };
  const noRetry = headerOf(incoming, "x-inngest-no-retry");
  return {
    kind: "answered",
    status,
    noRetry: noRetry === null ? null : noRetry === "true",
    retryAfter: headerOf(incoming, "retry-after"),
    body,
  };
}

function isSigned(connection: Connection, incoming: http.IncomingMessage, body: string): boolean {
  if (connection.signingKey === null) return true;
  const header = headerOf(incoming, "x-inngest-signature");
  return header !== null && verify(body, header, { signingKey: connection.signingKey, unixSeconds: unixSeconds() });
}

function headerOf(incoming: http.IncomingMessage, name: string): string | null {
  const value = incoming.headers[name];
  return typeof value === "string" ? value : null;
}
