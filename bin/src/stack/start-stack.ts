import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { namedDatabase, type StackDatabase, startEmbeddedDatabase } from "./database.ts";
import { requireDiskSpace } from "./disk-space.ts";
import {
  type PartEnvironment,
  type Ports,
  partEnvironments,
  refuseRealCredentials,
  type StackClock,
} from "./part-environment.ts";
import { type OwnPart, ownProgram, webProgram } from "./part-programs.ts";
import { freePort } from "./ports.ts";
import { loadKeys, loadSecrets } from "./secrets.ts";
import { type SupervisedPart, type SupervisionEvents, supervise } from "./supervise.ts";

export type PartName = OwnPart | "web";

export interface StackOptions {
  readonly folder: string;
  readonly inherited: NodeJS.ProcessEnv;
  readonly clock: StackClock;
  readonly epoch: string;
  readonly parts: readonly PartName[];
  readonly webPort: number | null;
  readonly watch: boolean;
  /** Off for throw-away databases. */
  readonly fsync: boolean;
  /** Settings of single parts on top of the usual ones, such as a planted fault. */
  readonly extra?: Partial<Record<PartName, PartEnvironment>>;
  /** Called when the database is migrated and before any part runs. */
  readonly onDatabase?: (stack: PreparedStack) => Promise<void>;
  readonly onStep: (step: string) => void;
  readonly events: SupervisionEvents;
}

export interface PreparedStack {
  readonly folder: string;
  readonly ports: Ports;
  readonly database: StackDatabase;
  readonly keys: string;
  readonly environments: Record<PartName, PartEnvironment>;
}

export interface Stack extends PreparedStack {
  readonly running: ReadonlyMap<PartName, SupervisedPart>;
  /** Stops the parts in reverse order, the database last. */
  stop(): Promise<void>;
}

/** Starts the database and the wanted parts one after the other. Whatever fails, everything started is stopped again. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const prepared = await prepareStack(options);
  const running = new Map<PartName, SupervisedPart>();
  const stop = async () => {
    for (const part of [...running.values()].reverse()) await part.stop();
    await prepared.database.stop();
  };
  try {
    await options.onDatabase?.(prepared);
    for (const name of options.parts) {
      options.onStep(name);
      running.set(name, await startOne(name, prepared, options));
    }
    return { ...prepared, running, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Everything before the first part: folders, secrets, ports and a migrated database. */
export async function prepareStack(options: StackOptions): Promise<PreparedStack> {
  const { folder, inherited } = options;
  refuseRealCredentials(inherited);
  await requireDiskSpace(folder);
  await mkdir(join(folder, "logs"), { recursive: true });
  const [keys, secrets, ports] = [
    await loadKeys(folder),
    await loadSecrets(folder),
    await choosePorts(options.webPort),
  ];
  options.onStep("database");
  const database =
    (await namedDatabase(inherited)) ?? (await startEmbeddedDatabase({ folder, secrets, fsync: options.fsync }));
  const { clock, epoch } = options;
  const plain = partEnvironments({ inherited, folder, databases: database.urls, keys, secrets, ports, clock, epoch });
  const environments = {
    sandbox: { ...plain.sandbox, ...options.extra?.sandbox },
    engine: { ...plain.engine, ...options.extra?.engine },
    worker: { ...plain.worker, ...options.extra?.worker },
    web: { ...plain.web, ...options.extra?.web },
  };
  return { folder, ports, database, keys, environments };
}

function startOne(name: PartName, stack: PreparedStack, options: StackOptions): Promise<SupervisedPart> {
  const settings = { env: stack.environments[name], logFolder: join(stack.folder, "logs"), watch: options.watch };
  const program = name === "web" ? webProgram(stack.ports.web ?? 0, settings) : ownProgram(name, settings);
  return supervise(program, options.events);
}

async function choosePorts(web: number | null): Promise<Ports> {
  const [amazon = 0, resend = 0, control = 0, clock = 0, engine = 0, worker = 0] = await Promise.all(
    Array.from({ length: 6 }, freePort),
  );
  return { amazon, resend, control, clock, engine, worker, web };
}
