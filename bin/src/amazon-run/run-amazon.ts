import { readFile, rm } from "node:fs/promises";
import { Temporal } from "@heed/core/time";
import { DEMO_STORES } from "@heed/sandbox/demo/stores";
import type { FaultRule } from "@heed/sandbox/faults/rule";
import type { AmazonCall, Entry } from "@heed/sandbox/journal/entry";
import type { WorldOrder } from "@heed/sandbox/world/types";
import { judge, type Verdict } from "../checker/judge.ts";
import { type ProductState, readProductState } from "../checker/product-state.ts";
import { readSandboxLog } from "../checker/sandbox-log.ts";
import { runClock } from "../demo/virtual-clock.ts";
import { environment } from "../env.ts";
import { seedDemoData } from "../stack/demo-data.ts";
import { type Stack, startStack } from "../stack/start-stack.ts";
import { stopOnSignal } from "../stack/stop-on-signal.ts";
import { makeThrowAwayFolder } from "../stack/throw-away-folder.ts";
import type { SolicitedOrder } from "./solicited-order.ts";

/** When the clock of every such run starts. */
export const FROM = Temporal.Instant.from("2026-03-02T00:00:00Z");

export interface AmazonRunInput {
  readonly orders: readonly SolicitedOrder[];
  /** Orders about which nothing is ever due. */
  readonly idle?: readonly WorldOrder[];
  readonly faults: readonly FaultRule[];
  readonly days: number;
  readonly say: (line: string) => void;
}

/** A request to Amazon as its stand-in saw it, with the stand-in's time. */
export type SeenCall = AmazonCall & { readonly at: string };

export interface AmazonRun {
  readonly calls: readonly SeenCall[];
  readonly state: ProductState;
  readonly verdict: Verdict;
}

/** After a lost answer the actions are read for the last time a day later, and asked once more then. */
const PATIENCE = 27 * 3_600_000;
/** Real milliseconds that a call may take: what is slower is lost. */
const CALL_TIMEOUT = "1000";

/** The main job over a world of one's own against a stand-in of Amazon that misbehaves as told; judged by its log. */
export async function runAmazon(input: AmazonRunInput): Promise<AmazonRun> {
  const folder = await makeThrowAwayFolder("heed-amazon");
  try {
    return await runIn(folder, input);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, input: AmazonRunInput): Promise<AmazonRun> {
  const stack = await start(folder, input.say);
  const keepRunning = stopOnSignal(async () => {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  });
  try {
    await putWorld(stack, input);
    const until = FROM.add({ hours: 24 * input.days });
    await runClock(stack.sandbox.controlUrl, until.toString());
    const log = await readSandboxLog(stack.sandbox.logPath);
    const state = await readProductState(stack.databases.DATABASE_CHECK_URL ?? "");
    const verdict = judge({ log, state, until: until.epochMilliseconds, patience: PATIENCE });
    return { calls: await readCalls(stack.sandbox.logPath), state, verdict };
  } finally {
    keepRunning();
    await stack.stop();
  }
}

function start(folder: string, say: (line: string) => void): Promise<Stack> {
  return startStack({
    folder,
    inherited: environment(),
    clock: { kind: "virtual", from: FROM.toString() },
    world: null,
    webPort: null,
    watch: false,
    fsync: false,
    extra: { worker: { HEED_CALL_TIMEOUT_MS: CALL_TIMEOUT } },
    onDatabase: async (prepared) => void (await seedDemoData({ ...prepared, now: FROM })),
    onPart: async () => undefined,
    onServing: async () => undefined,
    events: {
      onCrash: ({ name, how, words }) => say(`${name} stopped by itself (${how})\n${words}`),
      onRestart: ({ name }) => say(`${name} runs again`),
    },
  });
}

async function putWorld({ sandbox }: Stack, { orders, idle = [], faults }: AmazonRunInput): Promise<void> {
  const world = {
    stores: DEMO_STORES,
    orders: [...orders.map(({ order }) => order), ...idle],
    buyers: orders.map(({ buyer }) => buyer),
  };
  await control(sandbox.controlUrl, "/world", world);
  for (const rule of faults) await control(sandbox.controlUrl, "/faults", rule);
}

async function control(controlUrl: string, path: string, body: unknown): Promise<void> {
  const answer = await fetch(controlUrl + path, { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`the sandbox refused ${path}: ${answer.status} ${await answer.text()}`);
}

async function readCalls(logPath: string): Promise<SeenCall[]> {
  const lines = (await readFile(logPath, "utf8")).split("\n").filter((line) => line.includes('"kind":"amazon.call"'));
  return lines.map((line) => JSON.parse(line) as Entry).filter((entry) => entry.kind === "amazon.call");
}
