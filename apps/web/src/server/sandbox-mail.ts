import "server-only";
import { z } from "zod";
import { env } from "../env.ts";

const LINE = z.object({
  id: z.string(),
  direction: z.enum(["sent", "received"]),
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  status: z.string(),
});
const LIST = z.object({ mail: z.array(LINE) });
const ONE = z.object({ html: z.string().nullish(), text: z.string().nullish() });

type SandboxMailLine = z.infer<typeof LINE>;
interface SandboxMail {
  readonly html: string | null;
  readonly text: string | null;
}

const LIMIT = 200;

/** Whether this is a demo whose mail stays on this machine. */
export const mailIsSandboxed = (): boolean => sandboxUrl() !== null;

/** The mailbox of the demo; empty where mail really goes out. */
export async function listSandboxMail(): Promise<readonly SandboxMailLine[]> {
  const base = sandboxUrl();
  if (base === null) return [];
  const answer = await fetch(new URL(`/mail?limit=${LIMIT}`, base), { cache: "no-store" });
  return LIST.parse(await answer.json()).mail;
}

/** One mail as it was received; null where there is none of that id. */
export async function readSandboxMail(id: string): Promise<SandboxMail | null> {
  const base = sandboxUrl();
  if (base === null) return null;
  const answer = await fetch(new URL(`/mail/${encodeURIComponent(id)}`, base), { cache: "no-store" });
  if (!answer.ok) return null;
  const { html, text } = ONE.parse(await answer.json());
  return { html: html ?? null, text: text ?? null };
}

function sandboxUrl(): string | null {
  const { HEED_MODE, HEED_SANDBOX_URL } = env();
  return HEED_MODE === "demo" ? (HEED_SANDBOX_URL ?? null) : null;
}
