import type { Socket } from "node:net";
import { connect } from "node:net";
import { AppError } from "@heed/core/errors";
import type { WaitableClock } from "@heed/core/time";
import type { Participant } from "./participant.ts";
import { createParticipant } from "./participant.ts";
import { fromServer, onLines, send } from "./wire.ts";

export interface ConnectOptions {
  /** `host:port` of the sandbox's clock. */
  readonly address: string;
  readonly name: string;
  /** Real milliseconds for which a dropped connection is retried; the sandbox may be restarting. */
  readonly retryFor?: number;
  /** Told when the clock stays away; the default throws, as a process without its clock must not go on. */
  readonly onLost?: (error: AppError) => void;
}

interface Connection extends ConnectOptions {
  closed: boolean;
  socket: Socket | null;
  participant: Participant | null;
}

const RETRY_EVERY = 100;
const RETRY_FOR = 60_000;

/** Joins the virtual clock of another process. Waits that are pending survive a reconnection. */
export async function connectClock(options: ConnectOptions): Promise<WaitableClock> {
  const connection: Connection = { ...options, closed: false, socket: null, participant: null };
  return (await open(connection)).clock;
}

/** Resolves with the first `now` that the coordinator tells; rejects when it cannot be reached in time. */
async function open(connection: Connection): Promise<Participant> {
  const giveUp = Date.now() + (connection.retryFor ?? RETRY_FOR);
  for (;;) {
    try {
      return await join(connection);
    } catch (cause) {
      if (connection.closed || Date.now() > giveUp) throw lost(connection, cause);
      await new Promise((resolve) => setTimeout(resolve, RETRY_EVERY));
    }
  }
}

function join(connection: Connection): Promise<Participant> {
  const { host, port } = parseAddress(connection.address);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    let joined = false;
    connection.socket = socket;
    socket.on("connect", () => send(socket, { type: "hello", name: connection.name }));
    socket.on("error", reject);
    socket.on("close", () => {
      reject(new Error("The connection closed"));
      if (joined && !connection.closed) reopen(connection);
    });
    onLines(socket, (line) => {
      receive(connection, socket, line);
      if (connection.participant === null) return;
      joined = true;
      resolve(connection.participant);
    });
  });
}

function receive(connection: Connection, socket: Socket, line: string): void {
  const message = fromServer.parse(JSON.parse(line));
  if (message.type === "now") {
    connection.participant ??= createParticipant(message.now, () => close(connection));
    connection.participant.advance(message.now);
    return;
  }
  const { participant } = connection;
  if (participant === null) return;
  const { id } = message;
  if (message.type === "sample")
    void participant.sample().then((sample) => send(socket, { type: "sample", id, ...sample }));
  else void participant.probe().then((probe) => send(socket, { type: "probe", id, ...probe }));
}

function reopen(connection: Connection): void {
  open(connection).catch((error: unknown) => {
    if (connection.closed) return;
    if (!(error instanceof AppError) || connection.onLost === undefined) throw error;
    connection.onLost(error);
  });
}

function close(connection: Connection): Promise<void> {
  connection.closed = true;
  return new Promise((resolve) => {
    if (connection.socket === null || connection.socket.destroyed) return resolve();
    connection.socket.once("close", () => resolve());
    connection.socket.end();
    connection.socket.destroySoon();
  });
}

function parseAddress(address: string): { readonly host: string; readonly port: number } {
  const colon = address.lastIndexOf(":");
  return { host: address.slice(0, colon), port: Number(address.slice(colon + 1)) };
}

function lost(connection: Connection, cause: unknown): AppError {
  return new AppError("UPSTREAM", `The clock at ${connection.address} cannot be reached`, { retryable: true, cause });
}
