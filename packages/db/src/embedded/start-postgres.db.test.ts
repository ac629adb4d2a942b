import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, openDb } from "../client.ts";
import { startPostgres } from "./start-postgres.ts";

let base: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), "heed-pg-test-"));
  await chmod(base, 0o755);
});
afterAll(() => rm(base, { recursive: true, force: true }));

const start = (name: string, port?: number) =>
  startPostgres({ dir: join(base, name), fsync: false, ...(port === undefined ? {} : { port }) });

async function query<T>(url: string, text: string): Promise<T | undefined> {
  const db = openDb(url, { max: 1 });
  try {
    const [row] = await db.execute<{ value: T }>(sql.raw(text));
    return row?.value;
  } finally {
    await closeDb(db);
  }
}

/** A process that starts the cluster of that folder, says its port and is then killed. */
async function killedParent(dir: string): Promise<number> {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(join(import.meta.dirname, "start-postgres.ts"))});
    const { port } = await startPostgres({ dir: ${JSON.stringify(dir)}, fsync: false });
    process.stdout.write(String(port) + "\\n");
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [chunk] = await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  return Number(String(chunk));
}

it("keeps what was written over a stop and a start, on 127.0.0.1 and with a password", async () => {
  const first = await start("kept");
  await query(first.superUrl, "create table t as select 7 as value");
  await first.stop();
  const second = await start("kept");
  expect(await query(second.superUrl, "select value from t")).toBe(7);
  expect(await query(second.superUrl, "select current_setting('listen_addresses') as value")).toBe("127.0.0.1");
  expect(await query(second.superUrl, "select current_setting('server_version_num')::int >= 180000 as value")).toBe(
    true,
  );
  const withoutPassword = new URL(second.superUrl);
  withoutPassword.password = "wrong";
  await expect(query(withoutPassword.href, "select 1")).rejects.toThrow();
  expect((await stat(join(base, "kept", "password"))).mode & 0o077).toBe(0);
  await second.stop();
});

it("takes over from a parent that was killed, and loses nothing", async () => {
  const dir = join(base, "orphan");
  const port = await killedParent(dir);
  const again = await start("orphan");
  expect(await query(again.superUrl, "select 1 as value")).toBe(1);
  const old = new URL(again.superUrl);
  old.port = String(port);
  if (again.port !== port) await expect(query(old.href, "select 1")).rejects.toThrow();
  await again.stop();
}, 60_000);

it("starts over a pid file whose number belongs to another program, and leaves that program alone", async () => {
  await (await start("stale")).stop();
  const running = join(base, "stale", "data", "postmaster.pid");
  await writeFile(running, `${process.ppid}\n${join(base, "stale", "data")}\n1\n1\n\n\n\n\n`);
  const again = await start("stale");
  expect(Number((await readFile(running, "utf8")).split("\n")[0])).not.toBe(process.ppid);
  await again.stop();
});

it("refuses a folder that a living process uses, and says which", async () => {
  const first = await start("locked");
  await expect(start("locked")).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining(String(process.pid)),
  });
  await first.stop();
});

it("says that the port is taken, and by whom it is not", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await expect(start("taken", port)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining(`Port ${port}`),
  });
  other.close();
  const free = await start("taken");
  await free.stop();
});

it("says that the password is gone instead of making a new database over the old", async () => {
  await (await start("forgot")).stop();
  await rm(join(base, "forgot", "password"));
  await expect(start("forgot")).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
});

it.runIf(process.getuid?.() === 0)(
  "finds a reachable place when the folder is closed to the run user, and clears it later",
  async () => {
    const closed = join(base, "closed");
    await mkdir(closed, { mode: 0o700 });
    const postgres = await start("closed/pg");
    const data = (await query<string>(postgres.superUrl, "select current_setting('data_directory') as value")) ?? "";
    expect(data).toMatch(/^\/var\/tmp\/heed-[0-9a-f]{12}\/data$/);
    await postgres.stop();
    await rm(closed, { recursive: true });
    await (await start("kept")).stop();
    await expect(stat(data)).rejects.toThrow();
  },
);
