import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { realClock } from "@heed/core/time";
import { receiveResendWebhook } from "@heed/db/commands/receive-resend-webhook";
import { receiveStripeEvent } from "@heed/db/commands/receive-stripe-event";
import { readWebhook } from "@heed/stripe/webhook";
import type { Inngest } from "inngest";
import { serve } from "inngest/node";
import { functions } from "./functions/functions.ts";
import type { Worker } from "./worker.ts";

export interface ServerParts {
  readonly worker: Worker;
  readonly inngest: Inngest;
  readonly webhookSecret: string;
  readonly stripeWebhookSecret: string;
  readonly port: number;
  readonly host: string;
  /** Where an executor on another machine reaches this process; null: where its call came to. */
  readonly origin: string | null;
}

/** Webhooks carry ids and addresses, never mails: more than this is not one of Resend's (bytes). */
const WEBHOOK_LIMIT = 1024 * 1024;

/** Serves the functions to the executor, health, and webhooks where no web process runs. */
export async function startServer(parts: ServerParts): Promise<{ port: number; stop(): Promise<void> }> {
  const inngestHandler = serve({
    client: parts.inngest,
    functions: functions(parts.inngest, parts.worker),
    servePath: "/api/inngest",
    ...(parts.origin === null ? {} : { serveOrigin: parts.origin }),
  });
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    if (path === "/api/inngest") void executorCall(() => inngestHandler(request, response), parts.worker, response);
    else if (request.method === "POST") post(parts, path, { request, response });
    else if (path === "/health" && request.method === "GET") answer(response, 200, { status: "live" });
    else answer(response, 404, { error: "not found" });
  });
  await listen(server, parts);
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : parts.port;
  return { port, stop: () => close(server) };
}

/** Real milliseconds for calls under way when the process stops: one that is cut between intent and outcome is lost. */
const LAST_CALLS = 5_000;
const SWEEP = 50;

/** A call that breaks off while it is read rejects the library's promise; nobody else would catch it. */
async function executorCall(call: () => unknown, { log }: Worker, response: ServerResponse): Promise<void> {
  try {
    await call();
  } catch (error) {
    log.warn({ error }, "a call of the executor broke off");
    if (!response.headersSent) answer(response, 400, { error: "bad request" });
  }
}

type Receive = (parts: ServerParts, received: Received) => Promise<WebhookAnswer>;

const WEBHOOKS: ReadonlyMap<string, Receive> = new Map([
  ["/webhooks/resend", fromResend],
  ["/webhooks/stripe", fromStripe],
]);

function post(parts: ServerParts, path: string, call: Omit<WebhookCall, "receive">): void {
  const receive = WEBHOOKS.get(path);
  if (receive === undefined) answer(call.response, 404, { error: "not found" });
  else void webhook(parts, { ...call, receive });
}

interface Received {
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

interface WebhookAnswer {
  readonly status: number;
  readonly reason: string;
}

interface WebhookCall {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly receive: Receive;
}

async function webhook(parts: ServerParts, { request, response, receive }: WebhookCall): Promise<void> {
  const { worker } = parts;
  const header = (name: string) => [request.headers[name]].flat()[0];
  try {
    const body = await readBody(request);
    if (body === null) {
      worker.log.warn({ reason: "too large" }, "a webhook was refused");
      return answer(response, 413, { error: "too large" });
    }
    const result = await worker.clock.track(() => receive(parts, { header, body }));
    if (result.status !== 200) worker.log.warn({ reason: result.reason }, "a webhook was refused");
    worker.wakeRelay();
    answer(response, result.status, result.status === 200 ? { ok: true } : { error: result.reason });
  } catch (error) {
    worker.log.error({ error }, "a webhook could not be stored; the sender will repeat it");
    if (!response.headersSent) answer(response, 500, { error: "try again" });
  }
}

function fromResend({ worker, webhookSecret: secret }: ServerParts, received: Received): Promise<WebhookAnswer> {
  const delivery = { ...received, receivedAt: realClock().now(), now: worker.clock.now() };
  return receiveResendWebhook({ ...worker, secret }, delivery);
}

async function fromStripe(
  { worker, stripeWebhookSecret: secret }: ServerParts,
  { header, body }: Received,
): Promise<WebhookAnswer> {
  const signature = header("stripe-signature") ?? null;
  const reading = readWebhook({ secret, signature, body, receivedAt: realClock().now(), live: worker.stripe.live });
  switch (reading.kind) {
    case "refused":
      return { status: 401, reason: reading.reason };
    case "malformed":
      return { status: 400, reason: "malformed" };
    case "ignored":
      worker.log.info({ type: reading.type }, "an event of Stripe is ignored");
      return { status: 200, reason: "ignored" };
    case "event":
      return { status: 200, reason: await receiveStripeEvent(worker, { ...reading, now: worker.clock.now() }) };
  }
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > WEBHOOK_LIMIT) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function listen(server: Server, { port, host }: Pick<ServerParts, "port" | "host">): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), SWEEP);
    const late = setTimeout(() => server.closeAllConnections(), LAST_CALLS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });
}
