import { rm } from "node:fs/promises";
import { Temporal } from "@heed/core/time";
import { judge } from "../checker/judge.ts";
import { readProductState } from "../checker/product-state.ts";
import { readSandboxLog } from "../checker/sandbox-log.ts";
import { stateFolder } from "../repository.ts";
import { DEMO_SEED, seedDemoData } from "../stack/demo-data.ts";
import { type PreparedStack, type Stack, startStack } from "../stack/start-stack.ts";
import { stopOnSignal } from "../stack/stop-on-signal.ts";
import { makeThrowAwayFolder } from "../stack/throw-away-folder.ts";
import { importDemoReports } from "./import-reports.ts";
import { type DemoSummary, readFigures } from "./summary.ts";
import { untilRegistered } from "./until-registered.ts";
import { runClock } from "./virtual-clock.ts";

export type Plant = "lost" | "double" | "leak";

export interface DemoOptions {
  readonly orders: number;
  /** How far the clock runs. */
  readonly days: number;
  /** A bug on purpose, which the checker must find. */
  readonly plant: Plant | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
}

export interface DemoResult {
  readonly summary: DemoSummary;
  /** The checker's first findings of each kind. */
  readonly examples: readonly string[];
}

/** The start of the demo's time: the weeks after it hold both changes of the clocks, in America and in Europe. */
const FROM = Temporal.Instant.from("2026-03-02T00:00:00Z");
const HOUR = 3_600_000;
/** How late a message may go before the checker calls it late or lost. */
const PATIENCE = HOUR;

/** The main job once, without a web app, on the virtual clock, in a database of its own that is thrown away. */
export async function runDemo(options: DemoOptions): Promise<DemoResult> {
  const folder = await makeThrowAwayFolder("demo", stateFolder);
  try {
    const result = await runIn(folder, options);
    await rm(folder, { recursive: true, force: true });
    return result;
  } catch (error) {
    options.say(`the logs are kept in ${folder}`);
    throw error;
  }
}

async function runIn(folder: string, options: DemoOptions): Promise<DemoResult> {
  const started = performance.now();
  const until = FROM.add({ hours: 24 * options.days });
  const { stack, imported } = await startDemo(folder, options);
  const keepRunning = stopOnSignal(async () => {
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  });
  try {
    await runUntil(stack, until, options.say);
    const figures = await readFigures(checkUrlOf(stack));
    const { examples, ...verdict } = await check(stack, until);
    const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
    const span = { from: FROM.toString(), until: until.toString(), seconds };
    return { summary: { ...figures, ...verdict, imported, ...span }, examples };
  } finally {
    keepRunning();
    await stack.stop();
  }
}

async function startDemo(
  folder: string,
  { orders, plant, env, say }: DemoOptions,
): Promise<{ stack: Stack; imported: number }> {
  const world = { seed: DEMO_SEED, orders };
  let imported = 0;
  say("starting: database");
  const stack = await startStack({
    folder,
    inherited: env,
    clock: { kind: "virtual", from: FROM.toString() },
    world,
    webPort: null,
    watch: false,
    fsync: false,
    ...(plant === undefined ? {} : { extra: { worker: { HEED_PLANT: plant } } }),
    async onDatabase(prepared: PreparedStack) {
      await seedDemoData({ ...prepared, now: FROM });
      imported = await importDemoReports({ ...prepared, world, now: FROM, say });
    },
    onPart: async (name) => say(`starting: ${name}`),
    onServing: async () => undefined,
    events: {
      onCrash: ({ name, how, words }) => {
        say(`${name} stopped by itself (${how})\n${words}`);
      },
      onRestart: ({ name }) => say(`${name} runs again`),
    },
  });
  await untilRegistered(String(stack.running.get("engine")?.current().said["url"]));
  return { stack, imported };
}

/** Day by day, so that a person sees it move. */
async function runUntil(stack: Stack, until: Temporal.Instant, say: (line: string) => void): Promise<void> {
  for (let day = FROM; Temporal.Instant.compare(day, until) < 0; ) {
    const next = day.add({ hours: 24 });
    day = Temporal.Instant.compare(next, until) < 0 ? next : until;
    const { now, jumps, reason } = await runClock(stack.sandbox.controlUrl, day.toString());
    say(`${now}  ${jumps} jumps`);
    if (reason === "idle") return;
  }
}

async function check(stack: Stack, until: Temporal.Instant) {
  const log = await readSandboxLog(stack.sandbox.logPath);
  const state = await readProductState(checkUrlOf(stack));
  return judge({ log, state, until: until.epochMilliseconds, patience: PATIENCE });
}

function checkUrlOf({ databases }: PreparedStack): string {
  const url = databases.DATABASE_CHECK_URL;
  if (url === undefined) throw new Error("the checker needs the read-only login: set DATABASE_CHECK_URL");
  return url;
}
