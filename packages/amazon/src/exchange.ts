import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import type { TLSSocket } from "node:tls";

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What became of one request. `not_sent`: no byte of it can have reached Amazon. */
export type Exchange =
  | { readonly kind: "answered"; readonly answer: RawAnswer }
  | { readonly kind: "not_sent"; readonly cause: unknown }
  | { readonly kind: "broken"; readonly reason: "timeout" | "reset"; readonly cause: unknown };

interface Progress {
  /** Whether the request was ever seen here; of one that was not, nobody can say that it stayed. */
  watched: boolean;
  sent: boolean;
  timedOut: boolean;
}

interface Watch {
  readonly progress: Progress;
  readonly timeoutMs: number;
}

/** Answers above this are cut off; a page of 100 orders is far below. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/**
 * The library keeps its requests to itself and listens to them too little: an answer that breaks off in its body
 * never settles its promise, and its own deadline has no effect once the headers are there. Node announces each new
 * request in the asynchronous context that makes it; that is where it is put under watch.
 */
const watched = new AsyncLocalStorage<Watch>();

subscribe("http.client.request.created", (message) => {
  const watch = watched.getStore();
  if (watch !== undefined && isAnnouncement(message)) guard(message.request, watch);
});

/** Runs what makes exactly one HTTPS request, with a deadline in real time, and tells what became of it. */
export async function exchange(timeoutMs: number, send: () => Promise<RawAnswer>): Promise<Exchange> {
  const progress: Progress = { watched: false, sent: false, timedOut: false };
  try {
    return { kind: "answered", answer: await watched.run({ progress, timeoutMs }, send) };
  } catch (cause) {
    if (progress.watched && !progress.sent) return { kind: "not_sent", cause };
    return { kind: "broken", reason: progress.timedOut ? "timeout" : "reset", cause };
  }
}

function guard(request: ClientRequest, { progress, timeoutMs }: Watch): void {
  progress.watched = true;
  const deadline = setTimeout(() => {
    progress.timedOut = true;
    request.destroy(new Error("No complete answer in time"));
  }, timeoutMs);
  request.once("close", () => clearTimeout(deadline));
  request.once("socket", (socket: TLSSocket) => noticeSending(request, socket, progress));
  request.once("response", (response: IncomingMessage) => limit(request, response));
}

/** Before TLS is up nothing of the request has left this process; after that all of it may have. */
function noticeSending(request: ClientRequest, socket: TLSSocket, progress: Progress): void {
  const mark = () => {
    progress.sent = true;
  };
  if (request.reusedSocket) mark();
  else socket.once("secureConnect", mark);
}

function limit(request: ClientRequest, response: IncomingMessage): void {
  let bytes = 0;
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) request.destroy(new Error("The answer is too long"));
  });
  response.once("close", () => {
    if (!response.complete) request.emit("error", new Error("The connection closed before the answer was complete"));
  });
}

function isAnnouncement(message: unknown): message is { readonly request: ClientRequest } {
  return (
    typeof message === "object" && message !== null && "request" in message && message.request instanceof ClientRequest
  );
}
