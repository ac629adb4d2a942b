import { sql } from "drizzle-orm";
import { type Db, openDb, type Transaction } from "../client.ts";

/**
 * Run as a process of its own (`lost-connection.process.test.ts`): a pool of one connection whose backend is ended in the
 * middle of transactions. Prints one JSON line with what was seen.
 */
export interface Seen {
  readonly crashes: number;
  /** What the statement under way, and the transaction with it, ended in. */
  readonly underWay: string;
  /** The pool answers afterwards. */
  readonly answers: boolean;
  /** What became of a statement that the dead transaction sent while another transaction had the connection. */
  readonly late: string;
  /** What that other transaction found changed in its session. */
  readonly foreign: string | null;
}

const MARK = "app.mark";
const PATIENCE = 5_000;

const [url] = process.argv.slice(2);
if (url === undefined) throw new Error("The address of a database is missing.");
let crashes = 0;
process.on("uncaughtException", () => {
  crashes += 1;
});
const single = openDb(url, { max: 1 });
const killer = openDb(url, { max: 1 });
await killer.execute(sql`select 1`);
const underWay = await loseUnderWay();
const answers = (await orGiveUp(single.execute(sql`select 1`))) === "done";
const { late, foreign } = await loseIdle();
process.stdout.write(`${JSON.stringify({ crashes, underWay, answers, late, foreign } satisfies Seen)}\n`);
process.exit(0);

async function loseUnderWay(): Promise<string> {
  const lost = single.transaction(async (tx) => {
    const pid = await backendOf(tx);
    await Promise.all([tx.execute(sql`select pg_sleep(${20}::float8)`), end(killer, pid)]);
  });
  return orGiveUp(lost);
}

/** The connection dies while its transaction thinks; the next transaction takes the connection; then the dead one goes on. */
async function loseIdle(): Promise<{ late: string; foreign: string | null }> {
  const gate = Promise.withResolvers<void>();
  const late = Promise.withResolvers<string>();
  const lost = single.transaction(async (tx) => {
    await end(killer, await backendOf(tx));
    await gate.promise;
    late.resolve(await orGiveUp(tx.execute(sql`select set_config(${MARK}, 'foreign', false)`)));
  });
  await orGiveUp(lost);
  const foreign = single.transaction(async (tx) => {
    await backendOf(tx);
    gate.resolve();
    await late.promise;
    const [row] = await tx.execute<{ mark: string | null }>(sql`select current_setting(${MARK}, true) as mark`);
    return row?.mark ?? null;
  });
  return { foreign: await foreign, late: await late.promise };
}

async function backendOf(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
}

/** A login may end its own sessions. */
async function end(db: Db, pid: number): Promise<void> {
  await db.execute(sql`select pg_terminate_backend(${pid}, 5000)`);
}

async function orGiveUp(work: Promise<unknown>): Promise<"done" | "failed" | "hangs"> {
  const late = new Promise<"hangs">((resolve) => setTimeout(resolve, PATIENCE, "hangs"));
  const ended = work.then(
    () => "done" as const,
    () => "failed" as const,
  );
  return Promise.race([ended, late]);
}
