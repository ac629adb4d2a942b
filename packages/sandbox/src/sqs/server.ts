import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer, type Server } from "node:http";
import { z } from "zod";
import type { Reply } from "../http/exchange.ts";
import { listener, readBody, write } from "../http/exchange.ts";
import type { Sandbox } from "../sandbox.ts";
import { Queue } from "./queue.ts";

const BODY_LIMIT = 1024 * 1024;
/** How often a long poll looks again, in real milliseconds. */
const LOOK = 50;

const receive = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  WaitTimeSeconds: z.int().min(0).max(20).default(0),
});
const removal = z.object({
  QueueUrl: z.string(),
  Entries: z
    .array(z.object({ Id: z.string(), ReceiptHandle: z.string() }))
    .min(1)
    .max(10),
});
const sending = z.object({ QueueUrl: z.string(), MessageBody: z.string().min(1) });

/** A queue by the JSON protocol of SQS (AmazonSQS 2012-11-05, application/x-amz-json-1.0); who calls is not checked. */
export function queueServer(sandbox: Sandbox): Server {
  const queue = new Queue(sandbox.state);
  return createServer(listener((request, response) => serve(sandbox, queue, { request, response })));
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function serve(sandbox: Sandbox, queue: Queue, { request, response }: Exchange): Promise<void> {
  const body: unknown = JSON.parse((await readBody(request, BODY_LIMIT)).toString("utf8") || "{}");
  const target = request.headers["x-amz-target"];
  switch (target) {
    case "AmazonSQS.ReceiveMessage":
      return write(response, await longPoll(queue, receive.parse(body), response));
    case "AmazonSQS.DeleteMessageBatch":
      return write(response, remove(sandbox, queue, removal.parse(body)));
    case "AmazonSQS.SendMessage":
      return write(response, send(sandbox, sending.parse(body)));
    default:
      return write(
        response,
        answer(400, { __type: "com.amazonaws.sqs#UnsupportedOperation", message: String(target) }),
      );
  }
}

async function longPoll(queue: Queue, ask: z.infer<typeof receive>, response: ServerResponse): Promise<Reply> {
  const until = Date.now() + ask.WaitTimeSeconds * 1000;
  for (;;) {
    const messages = queue.receive(ask.MaxNumberOfMessages, Date.now());
    if (messages.length > 0) return answer(200, { Messages: messages });
    if (Date.now() >= until || response.destroyed) return answer(200, {});
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}

function remove(sandbox: Sandbox, queue: Queue, { Entries }: z.infer<typeof removal>): Reply {
  const facts = Entries.flatMap(({ ReceiptHandle }) => queue.remove(ReceiptHandle) ?? []);
  if (facts.length > 0) sandbox.record(...facts);
  return answer(200, { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] });
}

function send(sandbox: Sandbox, { MessageBody: body }: z.infer<typeof sending>): Reply {
  const messageId = randomUUID();
  sandbox.record({ kind: "queue.sent", messageId, body });
  return answer(200, { MessageId: messageId });
}

function answer(status: number, body: unknown): Reply {
  return { status, body: JSON.stringify(body), headers: { "content-type": "application/x-amz-json-1.0" } };
}
