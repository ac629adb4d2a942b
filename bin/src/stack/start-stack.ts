import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createStripeGateway } from "@heed/stripe/gateway";
import { localEndpoint } from "@heed/stripe/local-endpoint";
import type { PartProgram } from "./child-process.ts";
import { namedDatabase, type StackDatabase, startEmbeddedDatabase } from "./database.ts";
import { requireDiskSpace } from "./disk-space.ts";
import {
  type EnvironmentInput,
  type PartEnvironment,
  productEnvironments,
  refuseRealCredentials,
  SandboxPlaces,
  type StackClock,
  sandboxEnvironment,
  stripeCredentials,
} from "./part-environment.ts";
import { type OwnPart, ownProgram, webProgram } from "./part-programs.ts";
import { freePort } from "./ports.ts";
import { loadKeys, loadSecrets } from "./secrets.ts";
import { type SupervisedPart, type SupervisionEvents, supervise } from "./supervise.ts";

export type PartName = OwnPart | "web";
/** The parts that need a sandbox first. */
export type ProductPart = Exclude<PartName, "sandbox">;

export interface StackOptions {
  readonly folder: string;
  readonly inherited: NodeJS.ProcessEnv;
  readonly clock: StackClock;
  /** Demo data of the sandbox; used at the first start in this folder only. */
  readonly world: { readonly seed: number; readonly orders: number } | null;
  /** Null for a stack without the web app. */
  readonly webPort: number | null;
  /** Which parts to start after the sandbox; all by default. */
  readonly parts?: readonly ProductPart[];
  readonly watch: boolean;
  /** Off for throw-away databases. */
  readonly fsync: boolean;
  /** Settings of single parts on top of the usual ones, such as a planted fault. */
  readonly extra?: Partial<Record<PartName, PartEnvironment>>;
  /** Called when the database is migrated and before any part runs. */
  readonly onDatabase: (stack: PreparedStack) => Promise<void>;
  /** Called right before a part starts, such as to wait for its build. */
  readonly onPart: (name: PartName) => Promise<void>;
  /** Called when a part serves, with all that do. */
  readonly onServing: (running: ReadonlyMap<PartName, SupervisedPart>, sandbox: SandboxPlaces) => Promise<void>;
  readonly events: SupervisionEvents;
}

export interface PreparedStack extends EnvironmentInput {
  readonly folder: string;
  readonly database: StackDatabase;
}

export interface Stack extends PreparedStack {
  readonly sandbox: SandboxPlaces;
  readonly environments: Readonly<Record<ProductPart, PartEnvironment>>;
  readonly running: ReadonlyMap<PartName, SupervisedPart>;
  /** Starts one more part, or one that was stopped. */
  start(name: ProductPart): Promise<SupervisedPart>;
  /** How a part is started, for whoever wants to start it without supervision; `extra` comes on top of its settings. */
  program(name: ProductPart, extra?: PartEnvironment): PartProgram;
  /** Stops the parts in reverse order, the database last. */
  stop(): Promise<void>;
}

/** Starts the database, the sandbox and the engine, then worker and web. Whatever fails, everything started is stopped again. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const prepared = await prepareStack(options);
  const running = new Map<PartName, SupervisedPart>();
  const stop = async () => {
    for (const part of [...running.values()].reverse()) await part.stop();
    await prepared.database.stop();
  };
  try {
    await options.onDatabase(prepared);
    const stack = await startSandboxPart(prepared, options, { running, stop });
    for (const name of productParts(options)) await stack.start(name);
    return stack;
  } catch (error) {
    await stop();
    throw error;
  }
}

function productParts({ parts, webPort }: StackOptions): readonly ProductPart[] {
  return parts ?? ["engine", "worker", ...(webPort === null ? [] : (["web"] as const))];
}

/** Everything before the first part: folders, secrets, ports and a migrated database. */
async function prepareStack({ folder, inherited, webPort, fsync }: StackOptions): Promise<PreparedStack> {
  refuseRealCredentials(inherited);
  await requireDiskSpace(folder);
  await mkdir(join(folder, "logs"), { recursive: true });
  const [keys, secrets] = [await loadKeys(folder), await loadSecrets(folder)];
  const ports = { engine: await freePort(), worker: await freePort(), web: webPort };
  const database = (await namedDatabase(inherited)) ?? (await startEmbeddedDatabase({ folder, secrets, fsync }));
  return { folder, inherited, database, databases: database.urls, keys, secrets, ports };
}

/** What `heed provision-stripe` does on a real account: a fresh sandbox has no prices, an older one keeps its own. */
async function setUpPrices({ secrets }: PreparedStack, { stripeUrl }: SandboxPlaces): Promise<void> {
  const { STRIPE_SECRET_KEY: secretKey } = stripeCredentials(secrets);
  await createStripeGateway({ secretKey, endpoint: localEndpoint(stripeUrl), timeoutMs: PRICES_LIMIT }).provision();
}

const PRICES_LIMIT = 20_000;

async function startSandboxPart(
  prepared: PreparedStack,
  options: StackOptions,
  { running, stop }: Pick<Stack, "stop"> & { readonly running: Map<PartName, SupervisedPart> },
): Promise<Stack> {
  const settings = (env: PartEnvironment, name: PartName) => ({
    env: { ...env, ...options.extra?.[name] },
    logFolder: join(options.folder, "logs"),
    watch: options.watch,
  });
  const { clock, world } = options;
  await options.onPart("sandbox");
  const env = sandboxEnvironment({ ...prepared, folder: join(options.folder, "sandbox"), clock, world });
  const part = await supervise(ownProgram("sandbox", settings(env, "sandbox")), options.events);
  running.set("sandbox", part);
  const sandbox = SandboxPlaces.parse(part.current().said);
  await options.onServing(running, sandbox);
  if (prepared.ports.web !== null) await setUpPrices(prepared, sandbox);
  const environments = productEnvironments(prepared, sandbox);
  const program = (name: ProductPart, extra: PartEnvironment = {}): PartProgram => {
    const given = settings({ ...environments[name], ...extra }, name);
    return name === "web" ? webProgram(prepared.ports.web ?? 0, given) : ownProgram(name, given);
  };
  const start = async (name: ProductPart) => {
    await options.onPart(name);
    const started = await supervise(program(name), options.events);
    running.set(name, started);
    await options.onServing(running, sandbox);
    return started;
  };
  return { ...prepared, sandbox, environments, running, start, program, stop };
}
