import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import { z } from "zod";
import type { Coordinator } from "../clock/coordinator.ts";
import type { Reply } from "../http/exchange.ts";
import { json, listener, readBody, write } from "../http/exchange.ts";
import type { Sandbox } from "../sandbox.ts";
import { placeOf } from "../seller-central/host.ts";
import { serveSellerCentral } from "../seller-central/serve.ts";
import { ROUTES } from "./routes.ts";

const BODY_LIMIT = 100_000_000;

export interface ControlRequest {
  readonly sandbox: Sandbox;
  readonly coordinator: Coordinator | null;
  readonly query: URLSearchParams;
  readonly id: string;
  readonly body: unknown;
  /** Aborts when the caller hangs up. */
  readonly signal: AbortSignal;
}

/** The sandbox's own interface: faults, demo data, clock, mailbox. Nothing of it exists at Amazon or Resend. */
export function controlServer(sandbox: Sandbox, coordinator: Coordinator | null): Server {
  return createServer(listener((request, response) => serve({ sandbox, coordinator }, request, response)));
}

type Parts = Pick<ControlRequest, "sandbox" | "coordinator">;

async function serve(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const hangUp = new AbortController();
  response.once("close", () => hangUp.abort());
  write(
    response,
    isLocal(request)
      ? await answer(parts, { request, url, signal: hangUp.signal })
      : json(403, { error: "Local callers only" }),
  );
}

interface Call {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly signal: AbortSignal;
}

async function answer(parts: Parts, call: Call): Promise<Reply> {
  const place = placeOf(call.url.pathname);
  if (place !== null) return serveSellerCentral(parts.sandbox, place, await formOf(call));
  for (const route of ROUTES) {
    const match = route.method === call.request.method ? route.path.exec(call.url.pathname) : null;
    if (match === null) continue;
    const id = decodeURIComponent(match[1] ?? "");
    return run(call, (body) => route.handle({ ...parts, query: call.url.searchParams, id, body, signal: call.signal }));
  }
  return json(404, { error: "Nothing here", routes: ROUTES.map((route) => `${route.method} ${route.path.source}`) });
}

/** The query of a GET, the form of a POST. */
async function formOf({ request, url }: Call): Promise<{ readonly method: string; readonly fields: URLSearchParams }> {
  const method = request.method ?? "GET";
  if (method !== "POST") return { method, fields: url.searchParams };
  return { method, fields: new URLSearchParams((await readBody(request, BODY_LIMIT)).toString("utf8")) };
}

/** What is wrong with a request is told; any other error is the sandbox's own. */
async function run({ request }: Call, handle: (body: unknown) => Reply | Promise<Reply>): Promise<Reply> {
  try {
    return await handle(parseBody((await readBody(request, BODY_LIMIT)).toString("utf8")));
  } catch (error) {
    if (error instanceof z.ZodError) return json(400, { error: z.prettifyError(error) });
    if (error instanceof SyntaxError) return json(400, { error: "The body is not valid JSON" });
    throw error;
  }
}

function parseBody(text: string): unknown {
  return text === "" ? {} : (JSON.parse(text) as unknown);
}

/** A page of another origin may reach this port by a name of its own; it is refused by that name. */
function isLocal(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  return host === "127.0.0.1" || host === "localhost";
}
