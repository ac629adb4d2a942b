import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { AppError } from "@heed/core/errors";
import type { Logger } from "pino";
import { sameText } from "../protocol/signature.ts";
import type { ReadyEvent } from "../run/event.ts";
import { readEvents } from "./read-events.ts";
import { errorAnswer, readJson, respond } from "./respond.ts";

export interface ServerOptions {
  /** null = dev mode: any key is good. */
  readonly eventKey: string | null;
  /** The bearer token of the SDK; null = dev mode. */
  readonly bearer: string | null;
  readonly now: () => number;
  /** Resolves after the commit. */
  readonly ingest: (event: ReadyEvent) => Promise<unknown>;
  readonly register: (body: unknown) => Promise<boolean>;
  /** Whether the call that reports is still the one under way. */
  readonly checkpoint: (runId: string, body: unknown) => Promise<boolean>;
  readonly health: () => Promise<unknown>;
  readonly log: Logger;
}

const MOST_BYTES = 16 * 1024 * 1024;

/** The part of Inngest's API that the SDK calls. */
export function createApi(options: ServerOptions): Server {
  return createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    route(request, response, options).catch((error: unknown) => {
      const { status, message } = errorAnswer(error);
      if (status >= 500) options.log.error({ err: error }, "a request failed");
      if (response.headersSent) response.destroy();
      else respond(response, status, { error: message, ok: false, status });
    });
  });
}

async function route(request: IncomingMessage, response: ServerResponse, options: ServerOptions): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://engine");
  const [, first = "", second = "", third = "", fourth = ""] = pathname.split("/");
  const method = request.method ?? "GET";
  if (method === "GET" && pathname === "/health") return respond(response, 200, await options.health());
  if (method === "POST" && first === "e" && third === "")
    return await postEvents(request, response, { ...options, key: decode(second) });
  if (method === "POST" && pathname === "/fn/register") return await postRegister(request, response, options);
  if (method === "POST" && first === "v1" && second === "checkpoint" && fourth === "async") {
    return await postCheckpoint(request, response, { ...options, runId: third });
  }
  throw new AppError("NOT_FOUND", "There is nothing here");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new AppError("INVALID", "The address is malformed", { cause });
  }
}

async function postEvents(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions & { key: string },
): Promise<void> {
  if (options.eventKey !== null && !sameText(options.key, options.eventKey))
    throw new AppError("UNAUTHENTICATED", "The event key is wrong");
  const seed = request.headers["x-inngest-event-id-seed"];
  const events = readEvents(await readJson(request, MOST_BYTES), {
    now: options.now(),
    seed: typeof seed === "string" ? seed : null,
  });
  await Promise.all(events.map(options.ingest));
  respond(response, 200, { ids: events.map((event) => event.value.id), status: 200 });
}

function checkBearer(request: IncomingMessage, { bearer }: ServerOptions): void {
  if (bearer === null || sameText(request.headers.authorization ?? "", `Bearer ${bearer}`)) return;
  throw new AppError("UNAUTHENTICATED", "The signing key is wrong");
}

async function postRegister(request: IncomingMessage, response: ServerResponse, options: ServerOptions): Promise<void> {
  checkBearer(request, options);
  const modified = await options.register(await readJson(request, MOST_BYTES));
  respond(response, 200, { ok: true, status: 200, modified });
}

/** A stale call is told so by 409: the SDK then stops it. */
async function postCheckpoint(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServerOptions & { runId: string },
): Promise<void> {
  checkBearer(request, options);
  const current = await options.checkpoint(options.runId, await readJson(request, MOST_BYTES));
  if (!current) throw new AppError("CONFLICT", "This call is no longer the one under way");
  respond(response, 200, { status: 200 });
}
