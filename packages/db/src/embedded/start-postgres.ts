import { randomBytes } from "node:crypto";
import { appendFile, chmod, chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@heed/core/errors";
import { closeDb, openDb } from "../client.ts";
import { requireVersion } from "../server-version.ts";
import { executable, nativeFolder } from "./binaries.ts";
import { acquireLock } from "./lock.ts";
import { choosePlaces, type Places } from "./places.ts";
import { stopOrphan, stopServer } from "./postmaster.ts";
import { runCommand } from "./run-command.ts";
import { type RunUser, runUser } from "./run-user.ts";
import { removeForsaken } from "./shelter.ts";

const HOST = "127.0.0.1";
const SUPERUSER = "heed_super";
/** A port found free can be taken before Postgres binds it. */
const PORT_ATTEMPTS = 5;

export interface PostgresOptions {
  /** Folder of the cluster; made when it is missing. */
  readonly dir: string;
  /** Off for tests only: a crash of the machine then loses data. */
  readonly fsync?: boolean;
  /** A free one by default. */
  readonly port?: number;
}

export interface RunningPostgres {
  readonly host: string;
  readonly port: number;
  /** Database `postgres` as superuser: for roles and databases, never for the product's own work. */
  readonly superUrl: string;
  stop(): Promise<void>;
}

interface Cluster {
  readonly places: Places;
  readonly user: RunUser | null;
}

const server = ({ places, user }: Cluster) => ({ data: places.data, native: places.native, user });

/**
 * Starts Postgres from the binaries of the npm package, on 127.0.0.1 with passwords. A server that outlived its killed
 * parent is stopped first. Throws AppError with what to do: taken port, full disk, folder in use, no such platform.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const user = await runUser();
  const places = await choosePlaces(options.dir, await nativeFolder(), user);
  const cluster = { places, user };
  await removeForsaken({ native: places.native, user });
  const release = await acquireLock(join(places.home, "lock"));
  try {
    const password = await ensureCluster(cluster);
    await stopOrphan(server(cluster));
    const port = await start(cluster, options);
    const superUrl = `postgres://${SUPERUSER}:${password}@${HOST}:${port}/postgres`;
    await checkServer(superUrl);
    return { host: HOST, port, superUrl, stop: () => stopServer(server(cluster)).finally(release) };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Makes the cluster once and returns the superuser's password. A half-made one, left by a kill, is never used. */
async function ensureCluster({ places, user }: Cluster): Promise<string> {
  const passwordFile = join(places.home, "password");
  const known = await readFile(passwordFile, "utf8").catch(() => null);
  if (await exists(join(places.data, "PG_VERSION"))) {
    if (known !== null) return known;
    throw new AppError(
      "PRECONDITION_FAILED",
      `${passwordFile} is missing, so the database beside it cannot be opened.`,
    );
  }
  const password = known ?? randomBytes(24).toString("hex");
  await writeFile(passwordFile, password, { mode: 0o600 });
  await initialise({ places, user }, password);
  return password;
}

async function initialise({ places, user }: Cluster, password: string): Promise<void> {
  const draft = await mkdtemp(join(tmpdir(), "heed-initdb-"));
  const target = `${places.data}.new`;
  const pwfile = join(draft, "password");
  await rm(target, { recursive: true, force: true });
  try {
    await writeFile(pwfile, password, { mode: 0o600 });
    if (user !== null) {
      for (const path of [draft, pwfile]) await chown(path, user.uid, user.gid);
      await makeOwned(target, user);
    }
    const flags = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions"];
    const args = ["-D", target, "-U", SUPERUSER, `--pwfile=${pwfile}`, ...flags];
    await runCommand({ file: executable(places.native, "initdb"), args, user });
    await appendFile(join(target, "postgresql.conf"), "\ninclude 'heed.conf'\n");
    await rename(target, places.data);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function makeOwned(path: string, user: RunUser): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  await chown(path, user.uid, user.gid);
}

async function start(cluster: Cluster, options: PostgresOptions): Promise<number> {
  const { places, user } = cluster;
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    await writeSettings(cluster, port, options.fsync ?? true);
    const args = ["start", "-D", places.data, "-l", places.log, "-w", "-t", "120", "-s"];
    try {
      await runCommand({ file: executable(places.native, "pg_ctl"), args, user, log: places.log });
      return port;
    } catch (error) {
      const taken = error instanceof AppError && error.message.startsWith("The port");
      if (options.port !== undefined || !taken || attempt === PORT_ATTEMPTS) throw named(error, port);
    }
  }
}

function named(error: unknown, port: number): unknown {
  if (!(error instanceof AppError) || !error.message.startsWith("The port")) return error;
  return new AppError("CONFLICT", `Port ${port} is taken by another program: stop it or choose another port.`, {
    details: error.details,
  });
}

async function writeSettings({ places, user }: Cluster, port: number, fsync: boolean): Promise<void> {
  const lines = [
    `port = ${port}`,
    `listen_addresses = '${HOST}'`,
    "unix_socket_directories = ''",
    "max_connections = 200",
    "shared_buffers = 128MB",
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    // Statements and their values would carry aliases and order ids into the log.
    "log_min_error_statement = panic",
    "log_error_verbosity = terse",
    ...(fsync ? [] : ["fsync = off", "synchronous_commit = off", "full_page_writes = off", "autovacuum = off"]),
  ];
  const path = join(places.data, "heed.conf");
  await writeFile(path, `${lines.join("\n")}\n`);
  await chmod(path, 0o600);
  if (user !== null) await chown(path, user.uid, user.gid);
}

async function checkServer(superUrl: string): Promise<void> {
  const db = openDb(superUrl, { max: 1 });
  try {
    await requireVersion(db);
  } finally {
    await closeDb(db);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, HOST, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
