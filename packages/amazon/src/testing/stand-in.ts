import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { testCertificate } from "@heed/sandbox/amazon/certificate";
import type { Endpoint } from "../agent.ts";

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The name that TLS was asked for. */
  readonly servername: string | false | null;
  readonly body: string;
}

export type Script = (response: ServerResponse, request: SeenRequest) => void;

export interface StandIn {
  readonly endpoint: Endpoint;
  /** Requests to the Selling Partner API, without those for tokens. */
  readonly calls: readonly SeenRequest[];
  readonly tokenCalls: readonly SeenRequest[];
  /** Answers the next requests, one script each; the last one stays. */
  answer(...scripts: readonly Script[]): void;
  answerTokens(...scripts: readonly Script[]): void;
  stop(): Promise<void>;
}

/** A TLS server that answers exactly what a test tells it to, wire-level misbehaviour included. */
export async function startStandIn(): Promise<StandIn> {
  const folder = await mkdtemp(join(tmpdir(), "heed-amazon-"));
  const { key, cert, caPath } = testCertificate(folder);
  const calls: SeenRequest[] = [];
  const tokenCalls: SeenRequest[] = [];
  const scripts = { calls: [json(200, {})] as Script[], tokens: [token()] as Script[] };

  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const seen = read(request, Buffer.concat(chunks).toString("utf8"));
      const isToken = seen.path === "/auth/o2/token";
      (isToken ? tokenCalls : calls).push(seen);
      const queue = isToken ? scripts.tokens : scripts.calls;
      const script = queue.length > 1 ? queue.shift() : queue[0];
      script?.(response, seen);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: { port, caPath },
    calls,
    tokenCalls,
    answer(...next) {
      scripts.calls = [...next];
    },
    answerTokens(...next) {
      scripts.tokens = [...next];
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function read(request: IncomingMessage, body: string): SeenRequest {
  const url = new URL(request.url ?? "/", "https://amazon.test");
  const socket = request.socket as TLSSocket & { readonly servername?: string | false };
  const servername = socket.servername ?? null;
  return {
    method: request.method ?? "",
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    servername,
    body,
  };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Script {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  };
}

export function problem(status: number, message: string, details = ""): Script {
  const code = status === 403 ? "Unauthorized" : "InvalidInput";
  return json(status, { errors: [{ code, message, details }] });
}

let issued = 0;

export function token(name?: string, expiresIn = 3600): Script {
  return (response, request) => {
    issued++;
    json(200, { access_token: name ?? `Atza|${issued}`, token_type: "bearer", expires_in: expiresIn })(
      response,
      request,
    );
  };
}

export const resetConnection: Script = (response) => void response.socket?.destroy();
export const silence: Script = () => undefined;

export const htmlPage: Script = (response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end("<html><body>Service busy</body></html>");
};

/** Promises more bytes than it sends and hangs up: the answer that the library never settles on. */
export const brokenOff: Script = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
  response.write('{"orders":[');
  setTimeout(() => response.socket?.destroy(), 20);
};
