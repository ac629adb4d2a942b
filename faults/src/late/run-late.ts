import { rm } from "node:fs/promises";
import { readSandboxLog } from "@heed/bin/checker/sandbox-log";
import { environment } from "@heed/bin/env";
import { startStack } from "@heed/bin/stack/start-stack";
import { makeThrowAwayFolder } from "@heed/bin/stack/throw-away-folder";
import { realClock } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { parseKeyRing } from "@heed/db/seal";
import { closeSystemDb, openSystemDb } from "@heed/db/system-db";
import { readEnv } from "@heed/worker/env";
import { createLogger } from "@heed/worker/logger";
import { workerParts } from "@heed/worker/start-worker";
import type { Worker } from "@heed/worker/worker";
import { runTrial, type Trial, type TrialEnd } from "./late-trial.ts";
import { prepareTrials } from "./prepare-trials.ts";

export interface LateInput {
  readonly count: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  /** Does harm to the database before anything runs. */
  readonly sabotage?: (ownerUrl: string) => Promise<void>;
}

export interface LateRun {
  readonly ends: readonly TrialEnd[];
  /** Calls that the sandbox accepted, by Amazon's order id. */
  readonly accepted: ReadonlyMap<string, number>;
}

/** Sends that go on at the same time, as in a worker. */
const WIDTH = 8;

/** A real Postgres and a sandbox process of its own; the worker's send path runs here, where events can fall into it. */
export async function runLate(input: LateInput): Promise<LateRun> {
  const folder = await makeThrowAwayFolder("heed-late");
  const stack = await startStack({
    folder,
    inherited: environment(),
    clock: { kind: "real" },
    world: null,
    webPort: null,
    parts: [],
    watch: false,
    fsync: false,
    onDatabase: async ({ databases }) => input.sabotage?.(databases.DATABASE_MIGRATE_URL),
    onPart: async () => undefined,
    onServing: async () => undefined,
    events: { onCrash: ({ name }) => input.say(`${name} stopped by itself`), onRestart: () => undefined },
  });
  const { DATABASE_URL, DATABASE_SYSTEM_URL } = stack.databases;
  const base = { db: openDb(DATABASE_URL, { max: 20 }), system: openSystemDb(DATABASE_SYSTEM_URL) };
  try {
    const env = readEnv(stack.environments.worker);
    const log = createLogger("silent");
    const worker: Worker = { ...workerParts(env, { ...base, clock: realClock(), log }), wakeRelay: () => undefined };
    const ring = parseKeyRing(stack.keys);
    const trials = await prepareTrials({ ...input, db: base.db, ring, controlUrl: stack.sandbox.controlUrl });
    const ends = await runAll(worker, trials, input.say);
    return { ends, accepted: await acceptedCalls(stack.sandbox.logPath) };
  } finally {
    await Promise.all([closeDb(base.db), closeSystemDb(base.system)]);
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runAll(worker: Worker, trials: readonly Trial[], say: LateInput["say"]): Promise<TrialEnd[]> {
  const ends: TrialEnd[] = [];
  const queue = [...trials];
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      ends.push(await runTrial(worker, next));
      if (ends.length % 200 === 0) say(`${ends.length} of ${trials.length} sends`);
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, work));
  return ends;
}

async function acceptedCalls(logPath: string): Promise<Map<string, number>> {
  const { proactive } = await readSandboxLog(logPath);
  const counts = new Map<string, number>();
  for (const { orderId, accepted } of proactive) {
    if (accepted) counts.set(orderId, (counts.get(orderId) ?? 0) + 1);
  }
  return counts;
}
