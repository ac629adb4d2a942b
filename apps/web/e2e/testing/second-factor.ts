import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateSync } from "otplib";
import type { BrowserContext } from "playwright-core";
import { instance } from "./instance.ts";

const STEP_SECONDS = 30;

interface Kept {
  readonly secret: string;
  readonly lastStep: number;
}

/**
 * Gives the signed-in person of this context a fresh second factor, as an authenticator app would: sets one up at the
 * first time, steps up with a code after that. The secret is kept beside the sandbox for the other journeys of the run.
 */
export async function giveSecondFactor(context: BrowserContext, email: string): Promise<void> {
  const kept = read(email);
  if (kept === null) return setUp(context, email);
  const step = await nextStep(kept.lastStep);
  await callApi(context, "secondFactor.stepUp", { code: codeOf(kept.secret, step) });
  write(email, { ...kept, lastStep: step });
}

async function setUp(context: BrowserContext, email: string): Promise<void> {
  const { id, secret } = await callApi<{ id: string; secret: string }>(context, "secondFactor.startTotp");
  const step = currentStep();
  await callApi(context, "secondFactor.confirmTotp", { id, code: codeOf(secret, step) });
  write(email, { secret, lastStep: step });
}

/** Calls a procedure as the person of this context, as the pages do. */
export async function callApi<T>(context: BrowserContext, path: string, input?: unknown): Promise<T> {
  const { url } = instance();
  const answer = await context.request.post(`${url}/api/trpc/${path}`, {
    headers: { origin: new URL(url).origin, "content-type": "application/json" },
    data: JSON.stringify(input === undefined ? {} : { json: input }),
  });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  const { result } = (await answer.json()) as { result: { data: { json: T } } };
  return result.data.json;
}

/** No code is taken twice; the one of the next step is taken already, so three uses fit into half a minute. */
async function nextStep(lastStep: number): Promise<number> {
  const wanted = Math.max(currentStep() - 1, lastStep + 1);
  while (wanted > currentStep() + 1) await new Promise((resolve) => setTimeout(resolve, 500));
  return wanted;
}

const currentStep = (): number => Math.floor(Date.now() / 1000 / STEP_SECONDS);
const codeOf = (secret: string, step: number): string => generateSync({ secret, epoch: step * STEP_SECONDS });

const fileOf = (email: string): string =>
  join(instance().sandboxFolder, `second-factor-${encodeURIComponent(email)}.json`);

function read(email: string): Kept | null {
  const file = fileOf(email);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Kept) : null;
}

const write = (email: string, kept: Kept): void => writeFileSync(fileOf(email), JSON.stringify(kept), { mode: 0o600 });
