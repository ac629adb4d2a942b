import { fork } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { realClock } from "@heed/core/time";
import { pino } from "pino";
import postgres from "postgres";
import { startEngine } from "../start-engine.ts";
import { EVENT_KEY, SIGNING_KEY } from "./rig.ts";

/**
 * Measures runs per second by hand: `node src/testing/throughput.ts <url of a database whose schema heed_engine is
 * empty> [runs] [concurrency] [names]`. The worker is a process of its own, as in production.
 */
const all = "bench/none,bench/none,bench/one,bench/three,bench/three-checkpoint,bench/three-buffered,bench/sleep";
const [url = "", runsText = "3000", concurrencyText = "20", names = all] = process.argv.slice(2);
const runs = Number(runsText);

const worker = fork(new URL("./throughput-worker.ts", import.meta.url));
const serveUrl = await new Promise<string>((resolve) => worker.once("message", (message) => resolve(String(message))));
const log = pino({ level: "warn" }, pino.destination(2));
const engine = await startEngine({
  databaseUrl: url,
  serveUrl,
  eventKey: EVENT_KEY,
  signingKey: SIGNING_KEY,
  clock: realClock(),
  concurrency: Number(concurrencyText),
  log,
});
worker.send(engine.url);
await new Promise((resolve) => worker.once("message", resolve));
await engine.syncNow();
const sql = postgres(url, { max: 1 });

async function post(events: readonly object[]) {
  await fetch(`${engine.url}/e/${EVENT_KEY}`, { method: "POST", body: JSON.stringify(events) });
}

/** CPU milliseconds of all processes whose command matches, from Linux's /proc. */
function cpuOf(matches: (command: string, pid: number) => boolean): number {
  return readdirSync("/proc").reduce((sum, entry) => {
    try {
      const pid = Number(entry);
      if (!Number.isInteger(pid) || !matches(readFileSync(`/proc/${pid}/cmdline`, "utf8"), pid)) return sum;
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      return sum + (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return sum;
    }
  }, 0);
}

const workerCpu = () => cpuOf((_, pid) => pid === worker.pid);
const backendPort = new URL(url).port;
const postgresCpu = () =>
  cpuOf(
    (command) => command.startsWith("postgres: postgres postgres 127.0.0.1") || command.includes(`-p\0${backendPort}`),
  );

async function measure(name: string) {
  const before = process.cpuUsage();
  const [workerBefore, postgresBefore] = [workerCpu(), postgresCpu()];
  const begin = performance.now();
  for (let sent = 0; sent < runs; sent += 100) {
    await post(Array.from({ length: 100 }, (_, n) => ({ id: `${name}-${begin}-${sent + n}`, name, data: { n } })));
  }
  const ingested = performance.now();
  for (;;) {
    const rows = await sql<{ left: number }[]>`select count(*)::int as left from heed_engine.run`;
    if (rows[0]?.left === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const seconds = (performance.now() - begin) / 1000;
  const cpu = process.cpuUsage(before);
  console.log(
    `${name}: ${(runs / seconds).toFixed(0)} runs/s, ingest ${(runs / ((ingested - begin) / 1000)).toFixed(0)}/s, CPU ms/run: engine ${((cpu.user + cpu.system) / 1000 / runs).toFixed(2)}, worker ${((workerCpu() - workerBefore) / runs).toFixed(2)}, postgres ${((postgresCpu() - postgresBefore) / runs).toFixed(2)}`,
  );
}

for (const name of names.split(",")) await measure(name);
const size = await sql<{ bytes: number }[]>`
  select sum(pg_total_relation_size(c.oid))::int as bytes from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'heed_engine' and c.relkind = 'r'`;
console.log(`schema: ${((size[0]?.bytes ?? 0) / 1024).toFixed(0)} kB after the last of them`);
await sql.end();
await engine.stop();
worker.kill();
