import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import type { Coordinator, Link } from "./coordinator.ts";
import type { Probe, Sample } from "./participant.ts";
import type { FromClient } from "./wire.ts";
import { fromClient, onLines, send } from "./wire.ts";

export interface ClockServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the coordinator to other processes as JSON lines on 127.0.0.1. */
export async function serveClock(coordinator: Coordinator, port = 0): Promise<ClockServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    attach(coordinator, socket);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const { port: bound } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

type Pending = Map<number, (answer: FromClient | null) => void>;

function attach(coordinator: Coordinator, socket: Socket): void {
  const pending: Pending = new Map();
  let leave: () => void = () => undefined;
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  socket.on("close", () => {
    leave();
    for (const resolve of pending.values()) resolve(null);
  });
  onLines(socket, (line) => {
    const message = fromClient.safeParse(parseJson(line)).data;
    if (message === undefined) return void socket.destroy();
    if (message.type !== "hello") return pending.get(message.id)?.(message);
    send(socket, { type: "now", now: coordinator.now(), seq: coordinator.seq() });
    leave = coordinator.join(remoteLink(message.name, socket, pending));
  });
}

function remoteLink(name: string, socket: Socket, pending: Pending): Link {
  let lastId = 0;
  const ask = (type: "sample" | "probe") =>
    new Promise<FromClient | null>((resolve) => {
      const id = ++lastId;
      pending.set(id, (answer) => {
        pending.delete(id);
        resolve(answer);
      });
      if (socket.destroyed) pending.get(id)?.(null);
      else send(socket, { type, id });
    });
  return {
    name,
    sample: async (): Promise<Sample | null> => {
      const answer = await ask("sample");
      return answer?.type === "sample" ? answer : null;
    },
    probe: async (): Promise<Probe | null> => {
      const answer = await ask("probe");
      return answer?.type === "probe" ? answer : null;
    },
    advance: (now, seq) => send(socket, { type: "now", now, seq }),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
