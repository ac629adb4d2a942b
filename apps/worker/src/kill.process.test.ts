import { setTimeout as pause } from "node:timers/promises";
import { Temporal } from "@heed/core/time";
import { seededRandom } from "@heed/sandbox/demo/random";
import { afterEach, expect, it } from "vitest";
import { KILL_POINTS, type KillPoint } from "./adapters/kill-points.ts";
import { acceptedRequests, countBy, readLog, readMessages, type SeenMessage } from "./testing/read-state.ts";
import { START, type Stage, startMainJob, startStage } from "./testing/start-main-job.ts";
import { spawnWorker } from "./testing/worker-process.ts";
import { type PLACES, worldBuyer, worldOrder } from "./testing/world-order.ts";

const SEED = 20_261_102;
const KILLS = 24;
const start = Temporal.Instant.from(START);
/** Long enough for the last read after a lost answer and for the notice window. */
const until = start.add({ hours: 24 * 5 });

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** 300 orders, each due at a minute of its own: 120 in Germany, 60 in Japan, 120 in the US, where e-mail is on. */
function world() {
  const span = (place: keyof typeof PLACES, { from, count, every }: { from: number; count: number; every: number }) =>
    Array.from({ length: count }, (_, index) => ({ place, due: start.add({ minutes: from + index * every }) }));
  const wishes = [
    ...span("de", { from: 10, count: 120, every: 3 }),
    ...span("jp", { from: 11, count: 60, every: 2 }),
    ...span("us", { from: 9 * 60 + 30, count: 120, every: 2 }),
  ].map((wish, index) => ({ ...wish, n: index + 1 }));
  return { orders: wishes.map(worldOrder), buyers: wishes.map(({ n, place }) => worldBuyer(n, { place })) };
}

interface Ended {
  readonly messages: readonly SeenMessage[];
  readonly accepted: ReturnType<typeof acceptedRequests>;
}

async function readEnd({ database, sandbox }: Stage): Promise<Ended> {
  const messages = await readMessages(database.urls.DATABASE_CHECK_URL);
  return { messages, accepted: acceptedRequests(await readLog(sandbox.logPath)) };
}

async function runUndisturbed(): Promise<Ended> {
  const job = await startMainJob({ orders: 0, put: world() });
  cleanups.push(() => job.stop());
  await job.run(until);
  return readEnd(job);
}

interface Kill {
  readonly how: string;
  /** Messages that were claimed at that moment, and whether Amazon or Resend had accepted their request by then. */
  readonly open: readonly { readonly lane: string; readonly accepted: boolean }[];
}

async function runKilled(): Promise<Ended & { readonly kills: readonly Kill[] }> {
  const stage = await startStage({ orders: 0, put: world() });
  cleanups.push(() => stage.stop());
  const random = seededRandom(SEED);
  let worker = await spawnWorker(stage);
  cleanups.push(async () => worker.kill());
  const engine = await stage.startEngine();
  cleanups.push(() => engine.stop());
  const run = stage.run(until).then(() => "ended" as const);
  const kills: Kill[] = [];
  for (let turn = 0; turn < KILLS; turn += 1) {
    const point = KILL_POINTS[turn % (KILL_POINTS.length + 1)];
    worker.kill();
    await worker.exited;
    worker = await spawnWorker(
      stage,
      point === undefined ? {} : { HEED_KILL_POINT: `${point}:${random.between(2, 9)}` },
    );
    // A turn without a point is killed at any instant.
    if (point === undefined) void pause(random.between(300, 1500)).then(() => worker.kill());
    const over = await Promise.race([run, worker.exited.then(() => "killed" as const)]);
    if (over === "ended") break;
    kills.push({ how: point ?? "random", open: await openMessages(stage) });
  }
  worker = await spawnWorker(stage);
  await run;
  return { ...(await readEnd(stage)), kills };
}

async function openMessages(stage: Stage): Promise<Kill["open"]> {
  const { messages, accepted } = await readEnd(stage);
  const done = new Set(accepted.map(({ orderId }) => orderId));
  return messages
    .filter(({ state }) => state === "sending")
    .map(({ lane, orderId }) => ({ lane, accepted: done.has(orderId) }));
}

const total = ({ messages }: Ended) => countBy(messages, ({ lane, state }) => `${lane} ${state}`);
const sum = (totals: Record<string, number>, ...keys: string[]) =>
  keys.reduce((all, key) => all + (totals[key] ?? 0), 0);

it(`survives ${KILLS} times kill -9: each order is asked once, and the totals are those of an undisturbed run`, async () => {
  const [calm, killed] = await Promise.all([runUndisturbed(), runKilled()]);
  const { kills, messages, accepted } = killed;
  const hint = `seed ${SEED}, ${JSON.stringify(countBy(kills, ({ how }) => how))}`;

  expect(kills.length, hint).toBeGreaterThanOrEqual(20);
  const inside: KillPoint[] = ["after_call", "before_outcome", "after_outcome"];
  const asTheLogShows = kills.filter(({ open }) => open.some((message) => message.accepted));
  expect(asTheLogShows.length, hint).toBeGreaterThanOrEqual(5);
  expect(kills.filter(({ how }) => inside.some((point) => point === how)).length).toBeGreaterThanOrEqual(5);

  expect(calm.accepted).toHaveLength(300);
  expect(accepted.map(({ orderId }) => orderId).toSorted(), hint).toEqual(
    calm.accepted.map(({ orderId }) => orderId).toSorted(),
  );

  const [undisturbed, disturbed] = [total(calm), total(killed)];
  expect(undisturbed).toEqual({ "email reached": 120, "solicitation reached": 180 });
  expect(disturbed["email reached"], hint).toBe(120);
  expect(sum(disturbed, "solicitation reached", "solicitation unknown"), hint).toBe(180);
  expect(messages).toHaveLength(300);

  const duringSolicitation = kills.filter(({ open }) => open.some(({ lane }) => lane === "solicitation"));
  expect(sum(disturbed, "solicitation unknown"), hint).toBeLessThanOrEqual(duringSolicitation.length);
}, 600_000);
