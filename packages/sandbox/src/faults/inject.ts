import type { ServerResponse } from "node:http";
import type { Reply } from "../http/exchange.ts";
import { write } from "../http/exchange.ts";
import type { FaultRule } from "./rule.ts";

/** The answers of a service that are errors of its own making. */
export interface ErrorReplies {
  readonly throttle: () => Reply;
  readonly internal: () => Reply;
  readonly unavailable: () => Reply;
  readonly revoked: () => Reply;
  readonly expired: () => Reply;
}

/** Real seconds; short, so that a caller's timeout decides and not ours. */
const DEFAULT_SECONDS = 2;
const SLOW_PIECES = 20;

/** Sends a reply the way a fault wants it. Answers of error kinds replace the reply altogether. */
export async function writeFaulty(
  response: ServerResponse,
  rule: FaultRule,
  replies: { readonly reply: Reply; readonly errors: ErrorReplies },
): Promise<void> {
  switch (rule.kind) {
    case "timeout":
      return;
    case "reset":
      response.socket?.destroy();
      return;
    case "slow_body":
      return writeSlowly(response, replies.reply, rule.seconds ?? DEFAULT_SECONDS);
    case "truncated_json":
      return writeHalf(response, replies.reply);
    default:
      write(response, errorReply(rule, replies.errors));
  }
}

function errorReply(rule: FaultRule, errors: ErrorReplies): Reply {
  switch (rule.kind) {
    case "throttle":
      return errors.throttle();
    case "throttle_wait": {
      const reply = errors.throttle();
      return {
        ...reply,
        headers: { ...reply.headers, "retry-after": String(Math.ceil(rule.seconds ?? DEFAULT_SECONDS)) },
      };
    }
    case "error_500":
      return errors.internal();
    case "error_503":
      return errors.unavailable();
    case "revoked":
      return errors.revoked();
    case "expired_token":
      return errors.expired();
    default:
      return {
        status: 502,
        headers: { "content-type": "text/html" },
        body: "<html><body><h1>502 Bad Gateway</h1></body></html>",
      };
  }
}

/** The whole body takes the given time, however short it is. */
async function writeSlowly(response: ServerResponse, reply: Reply, seconds: number): Promise<void> {
  const body = Buffer.from(reply.body);
  const piece = Math.max(1, Math.ceil(body.length / SLOW_PIECES));
  const pause = (seconds * 1000) / Math.max(1, Math.ceil(body.length / piece));
  response.writeHead(reply.status, { ...reply.headers, "content-length": body.length });
  response.flushHeaders();
  for (let at = 0; at < body.length && !response.destroyed; at += piece) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    response.write(body.subarray(at, at + piece));
  }
  response.end();
}

/** A well-formed HTTP answer whose body breaks off, as a broken proxy would send it. */
function writeHalf(response: ServerResponse, reply: Reply): void {
  const body = Buffer.from(reply.body);
  write(response, { ...reply, body: body.subarray(0, Math.max(1, Math.floor(body.length / 2))) });
}
