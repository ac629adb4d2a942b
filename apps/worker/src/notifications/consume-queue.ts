import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { receiveAmazonNotification } from "@heed/db/commands/receive-amazon-notification";
import { queueRegion } from "../adapters/order-subscriptions.ts";
import type { Worker } from "../worker.ts";

export interface QueueSettings {
  readonly queueUrl: string;
  /** A stand-in of SQS; null for AWS, with the credentials that the SDK finds by itself. */
  readonly endpoint: string | null;
}

export interface QueueConsumer {
  stop(): Promise<void>;
}

/** SQS: at most ten messages a call, at most twenty seconds of waiting for the first. */
const BATCH = 10;
const WAIT_SECONDS = 20;
const LONGEST_BACK_OFF = 60_000;

/**
 * The loop that reads Amazon's notifications from our queue. A message is deleted once its work is committed or can never be
 * done; everything else comes again when its visibility ends, and to the dead-letter queue in the end.
 */
export function consumeQueue(worker: Worker, settings: QueueSettings): QueueConsumer {
  const client = clientOf(settings);
  const stopped = new AbortController();
  const loop = (async () => {
    for (let failures = 0; !stopped.signal.aborted; ) {
      failures = await turn(worker, { client, ...settings, signal: stopped.signal }).then(
        () => 0,
        (error: unknown) => report(worker, { error, failures, stopped: stopped.signal.aborted }),
      );
      if (failures > 0) await pause(Math.min(1000 * 2 ** failures, LONGEST_BACK_OFF), stopped.signal);
    }
  })();
  return {
    async stop() {
      stopped.abort();
      await loop;
      client.destroy();
    },
  };
}

function clientOf({ queueUrl, endpoint }: QueueSettings): SQSClient {
  const region = queueRegion(queueUrl);
  if (endpoint === null) return new SQSClient({ region });
  return new SQSClient({ region, endpoint, credentials: { accessKeyId: "sandbox", secretAccessKey: "sandbox" } });
}

interface Turn extends QueueSettings {
  readonly client: SQSClient;
  readonly signal: AbortSignal;
}

async function turn(worker: Worker, { client, queueUrl, signal }: Turn): Promise<void> {
  const ask = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: BATCH,
    WaitTimeSeconds: WAIT_SECONDS,
  });
  const { Messages: messages = [] } = await client.send(ask, { abortSignal: signal });
  if (messages.length === 0) return;
  await worker.clock.track(async () => {
    const done = (await Promise.all(messages.map((message) => isDone(worker, message)))).flatMap((id) => id ?? []);
    if (done.length > 0) await deleteAll(client, queueUrl, done);
    worker.wakeRelay();
  });
}

interface Handled {
  readonly Id: string;
  readonly ReceiptHandle: string;
}

/** Null for a message that has to come again. */
async function isDone(worker: Worker, { Body: body = "", ReceiptHandle, MessageId }: Message): Promise<Handled | null> {
  const handled = { Id: MessageId ?? "0", ReceiptHandle: ReceiptHandle ?? "" };
  try {
    const { ended, detail } = await receiveAmazonNotification(worker, { body, now: worker.clock.now() });
    if (ended === "malformed") worker.log.error({ detail }, "a message in Amazon's queue is no notification");
    return handled;
  } catch (error) {
    worker.log.warn({ error }, "a notification of Amazon failed and comes again");
    return null;
  }
}

async function deleteAll(client: SQSClient, queueUrl: string, entries: readonly Handled[]): Promise<void> {
  const distinct = [...new Map(entries.map((entry) => [entry.Id, entry])).values()];
  await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: distinct }));
}

interface Failure {
  readonly error: unknown;
  readonly failures: number;
  readonly stopped: boolean;
}

function report(worker: Worker, { error, failures, stopped }: Failure): number {
  if (!stopped && failures === 0) worker.log.warn({ error }, "Amazon's queue cannot be read; the worker keeps trying");
  return failures + 1;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
