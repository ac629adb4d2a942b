import { Temporal } from "@heed/core/time";
import { DEMO_ORDERS, DEMO_SEED, makeSignInLinks, type SignInLink, seedDemoData } from "./demo-data.ts";
import { webUrl } from "./part-environment.ts";
import { identify, type ProcessIdentity } from "./process-identity.ts";
import { type RunFile, removeRunFile, writeRunFile } from "./run-file.ts";
import { type PartName, type Stack, startStack } from "./start-stack.ts";
import { type Crash, explainFailure, type SupervisedPart } from "./supervise.ts";

export interface InstanceOptions {
  readonly folder: string;
  readonly inherited: NodeJS.ProcessEnv;
  readonly port: number;
  readonly watch: boolean;
  readonly fsync: boolean;
  /** Work that must be done before the web app can start, such as its build. */
  readonly beforeWeb?: Promise<void>;
  readonly say: (line: string) => void;
}

export interface LocalInstance {
  readonly url: string;
  readonly stack: Stack;
  readonly signInLinks: readonly SignInLink[];
  stop(): Promise<void>;
}

/** The whole product with its demo workspaces on this machine, on real time, written down in `run.json` as it comes up. */
export async function startLocalInstance(options: InstanceOptions): Promise<LocalInstance> {
  const steps = stepReporter(options.say);
  const people: { email: string; workspace: string }[] = [];
  const record = runRecorder(options.folder, webUrl({ engine: 0, worker: 0, web: options.port }));
  await record({ parts: {} });
  steps.begin("database");
  const stack = await startStack({
    ...options,
    clock: { kind: "real" },
    world: { seed: DEMO_SEED, orders: DEMO_ORDERS },
    webPort: options.port,
    async onDatabase(prepared) {
      await record({ parts: {}, databases: { ...prepared.databases } });
      steps.begin("demo workspaces");
      const tenants = await seedDemoData({ ...prepared, now: Temporal.Now.instant(), checked: true });
      people.push(...tenants.map(({ ownerEmail, slug }) => ({ email: ownerEmail, workspace: slug })));
    },
    async onPart(name) {
      if (name === "web" && options.beforeWeb !== undefined) {
        steps.begin("web app: production build");
        await options.beforeWeb;
      }
      steps.begin(name);
    },
    onServing: (running) => record({ parts: identitiesOf(running) }),
    events: {
      onCrash: (crash) => options.say(describeCrash(crash)),
      onRestart: ({ name, running }) => {
        options.say(`${name} runs again`);
        void record({ parts: { [name]: running.identity } });
      },
    },
  }).catch(async (error: unknown) => {
    await removeRunFile(options.folder);
    throw error;
  });
  steps.end();
  const stop = async () => {
    await stack.stop();
    await removeRunFile(options.folder);
  };
  return { url: webUrl(stack.ports), stack, signInLinks: await makeSignInLinks(stack, people), stop };
}

function identitiesOf(running: ReadonlyMap<PartName, SupervisedPart>): Record<string, ProcessIdentity> {
  return Object.fromEntries([...running].map(([name, part]) => [name, part.current().identity]));
}

type Known = Pick<RunFile, "parts"> & Partial<Pick<RunFile, "databases">>;

/** Adds what it is told of to `run.json`, one write after the other. */
function runRecorder(folder: string, url: string): (news: Known) => Promise<void> {
  let [parts, databases]: [RunFile["parts"], RunFile["databases"]] = [{}, {}];
  let last: Promise<void> = Promise.resolve();
  return (news) => {
    parts = { ...parts, ...news.parts };
    databases = news.databases ?? databases;
    last = last.then(async () => {
      const owner = await identify(process.pid);
      if (owner !== null) await writeRunFile(folder, { owner, url, parts, databases });
    });
    return last;
  };
}

function describeCrash({ name, how, words, retryIn }: Crash): string {
  const last = words.trim().split("\n").slice(-5).join("\n");
  const why = explainFailure(last);
  return `${name} stopped by itself (${how}); starting it again in ${(retryIn / 1000).toFixed(1)} s\n${why}`;
}

/** One line for each finished step, with its seconds. */
function stepReporter(say: (line: string) => void) {
  let current: { readonly name: string; readonly started: number } | null = null;
  const end = () => {
    if (current === null) return;
    const seconds = (performance.now() - current.started) / 1000;
    say(`  ${current.name.padEnd(28)} ${seconds.toFixed(1).padStart(5)} s`);
    current = null;
  };
  const begin = (name: string) => {
    end();
    current = { name, started: performance.now() };
  };
  return { begin, end };
}
