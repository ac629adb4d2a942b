import type { Socket } from "node:net";
import { Temporal } from "@heed/core/time";
import { z } from "zod";

const instant = z.string().transform((text) => Temporal.Instant.from(text));
const counters = { id: z.number(), inFlight: z.number(), waiting: z.number(), activity: z.number() };

export const fromClient = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello"), name: z.string().min(1) }),
  z.object({ type: z.literal("sample"), ...counters }),
  z.object({ type: z.literal("probe"), ...counters, busy: z.boolean(), nextAt: instant.nullable() }),
]);

export const fromServer = z.discriminatedUnion("type", [
  z.object({ type: z.literal("now"), now: instant, seq: z.number() }),
  z.object({ type: z.enum(["sample", "probe"]), id: z.number() }),
]);

export type FromClient = z.infer<typeof fromClient>;
export type FromServer = z.infer<typeof fromServer>;

export function send(socket: Socket, message: FromClient | FromServer): void {
  if (!socket.destroyed) socket.write(`${JSON.stringify(message)}\n`);
}

/** Calls back with each complete line that arrives. */
export function onLines(socket: Socket, receive: (line: string) => void): void {
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) receive(line);
  });
}
