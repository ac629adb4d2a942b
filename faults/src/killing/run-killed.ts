import { rm } from "node:fs/promises";
import { judge, type Verdict } from "@heed/bin/checker/judge";
import { type ProductState, readProductState } from "@heed/bin/checker/product-state";
import { readSandboxLog } from "@heed/bin/checker/sandbox-log";
import { type DatabaseFigures, readFigures } from "@heed/bin/demo/summary";
import { runClock } from "@heed/bin/demo/virtual-clock";
import { environment } from "@heed/bin/env";
import { type RunningPart, startPart } from "@heed/bin/stack/child-process";
import { seedDemoData } from "@heed/bin/stack/demo-data";
import { type Stack, startStack } from "@heed/bin/stack/start-stack";
import { stopOnSignal } from "@heed/bin/stack/stop-on-signal";
import { makeThrowAwayFolder } from "@heed/bin/stack/throw-away-folder";
import { Temporal } from "@heed/core/time";
import { fellInBetween, type Kill } from "./kill-plan.ts";

export interface KilledRunInput {
  readonly orders: number;
  readonly days: number;
  readonly seed: number;
  /** Carried out one after the other; none for the run to compare with. */
  readonly kills: readonly Kill[];
  readonly say: (line: string) => void;
  /** Does harm to the database before any part runs. */
  readonly sabotage?: (stack: { readonly ownerUrl: string }) => Promise<void>;
  readonly workerSettings?: Readonly<Record<string, string>>;
}

export interface KilledRun {
  readonly figures: DatabaseFigures;
  readonly verdict: Verdict;
  /** Kills that really happened, by whether a call may have been under way. */
  readonly killed: number;
  readonly killedInBetween: number;
  /** What the product remembers at the end. */
  readonly state: ProductState;
  /** Requests that Amazon and Resend accepted, by lane. */
  readonly accepted: { readonly solicitation: number; readonly email: number };
}

const FROM = Temporal.Instant.from("2026-03-02T00:00:00Z");
const HOUR = 3_600_000;
/** After a lost answer the actions are read for the last time a day later, and asked once more then. */
const PATIENCE = 27 * HOUR;

/** Runs the main job over a small world while its worker dies again and again, then judges by the sandbox's log. */
export async function runKilled(input: KilledRunInput): Promise<KilledRun> {
  const folder = await makeThrowAwayFolder("heed-faults");
  try {
    return await runIn(folder, input);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runIn(folder: string, input: KilledRunInput): Promise<KilledRun> {
  const stack = await startQuietly(folder, input);
  const until = FROM.add({ hours: 24 * input.days });
  const workers: RunningPart[] = [];
  const stop = async () => {
    await workers.at(-1)?.stop();
    await stack.stop();
  };
  const keepRunning = stopOnSignal(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });
  try {
    const clock = runClock(stack.sandbox.controlUrl, until.toString());
    const start = async (settings: Readonly<Record<string, string>>) => {
      const worker = await startPart(stack.program("worker", { ...input.workerSettings, ...settings }));
      workers.push(worker);
      return worker;
    };
    const kills = await killOneByOne(start, input, clock);
    const checkUrl = stack.databases.DATABASE_CHECK_URL ?? "";
    const [log, state] = [await readSandboxLog(stack.sandbox.logPath), await readProductState(checkUrl)];
    const accepted = log.proactive.filter((call) => call.accepted);
    return {
      figures: await readFigures(checkUrl),
      state,
      verdict: judge({ log, state, until: until.epochMilliseconds, patience: PATIENCE }),
      killed: kills.length,
      killedInBetween: kills.filter(fellInBetween).length,
      accepted: {
        solicitation: accepted.filter(({ lane }) => lane === "solicitation").length,
        email: accepted.filter(({ lane }) => lane === "email").length,
      },
    };
  } finally {
    keepRunning();
    await stop();
  }
}

function startQuietly(folder: string, { orders, seed, say, sabotage }: KilledRunInput): Promise<Stack> {
  return startStack({
    folder,
    inherited: environment(),
    clock: { kind: "virtual", from: FROM.toString() },
    world: { seed, orders },
    webPort: null,
    parts: ["engine"],
    watch: false,
    fsync: true,
    async onDatabase(prepared) {
      await seedDemoData({ ...prepared, now: FROM });
      await sabotage?.({ ownerUrl: prepared.databases.DATABASE_MIGRATE_URL });
    },
    onPart: async () => undefined,
    onServing: async () => undefined,
    events: {
      onCrash: ({ name, how, words }) => say(`${name} stopped by itself (${how})\n${words}`),
      onRestart: ({ name }) => say(`${name} runs again`),
    },
  });
}

type StartWorker = (settings: Readonly<Record<string, string>>) => Promise<RunningPart>;

/** Starts the worker anew after each death until the clock has arrived; returns the kills that happened. */
async function killOneByOne(start: StartWorker, input: KilledRunInput, clock: Promise<unknown>): Promise<Kill[]> {
  const arrived = clock.then(() => "arrived" as const);
  // Awaited below in any case; a clock that fails while a worker starts must not count as unhandled.
  arrived.catch(() => undefined);
  const done: Kill[] = [];
  for (const kill of input.kills) {
    const worker = await start({ HEED_KILL_POINT: `${kill.point}:${kill.nth}` });
    const how = await Promise.race([worker.ended, arrived]);
    if (how === "arrived") return done;
    if (how !== "SIGKILL") throw new Error(`the worker ended by ${how}, not by the kill\n${worker.lastWords()}`);
    done.push(kill);
    if (done.length % 10 === 0) input.say(`${done.length} kills`);
  }
  const last = await start({});
  const how = await Promise.race([last.ended, arrived]);
  if (how !== "arrived") throw new Error(`the worker ended by ${how}\n${last.lastWords()}`);
  return done;
}
