import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const ports = z.object({
  amazon: z.number(),
  resend: z.number(),
  control: z.number(),
  clock: z.number(),
  sqs: z.number().default(0),
  stripe: z.number().default(0),
});
export type Ports = z.infer<typeof ports>;

/** The ports of the last run, so that a restarted sandbox is found where it was. Zero = any. */
export function rememberedPorts(dir: string): Ports {
  const path = join(dir, "ports.json");
  const none: Ports = { amazon: 0, resend: 0, stripe: 0, control: 0, clock: 0, sqs: 0 };
  return existsSync(path) ? (ports.safeParse(JSON.parse(readFileSync(path, "utf8"))).data ?? none) : none;
}

export function rememberPorts(dir: string, used: Ports): void {
  writeFileSync(join(dir, "ports.json"), JSON.stringify(used));
}

/** Starts on the wanted port, or on any if somebody else has taken it meanwhile. */
export async function onPort<T>(wanted: number, start: (port: number) => Promise<T>): Promise<T> {
  try {
    return await start(wanted);
  } catch (error) {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    if (!taken || wanted === 0) throw error;
    return start(0);
  }
}
