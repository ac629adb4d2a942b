import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { realClock } from "@heed/core/time";
import { appendEvents, appendLive } from "@heed/db/commands/append-outbox";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createTenant, TEST_NOW, type TestTenant } from "@heed/db/testing/factories";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLogger } from "./logger.ts";
import { type Relay, startRelay } from "./relay.ts";

const MAIL = "01a20699-7bf9-7048-a96d-4d00d236c9d7";

describe("the relay", () => {
  let database: TestDatabase;
  let tenant: TestTenant;
  let relay: Relay;
  let eventUrl = "";
  let status = 200;
  let taken: string[][] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    taken.push((JSON.parse(body) as { id: string }[]).map(({ id }) => id));
    response.writeHead(status).end("{}");
  });

  beforeAll(async () => {
    database = await cloneDatabase();
    tenant = await createTenant(database.db);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    eventUrl = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}/e/key` : "";
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await database.drop();
  });
  beforeEach(async () => {
    [status, taken] = [200, []];
    relay = await startRelay({ system: database.system, clock: realClock(), log: createLogger("silent"), eventUrl });
  });
  afterEach(() => relay.stop());

  const write = (count: number) =>
    withTenant(database.db, tenant.access, (tx) =>
      appendEvents(
        tx,
        Array.from({ length: count }, () => ({
          name: "notice/received" as const,
          data: { tenantId: tenant.tenantId, inboundMailId: MAIL },
        })),
        TEST_NOW,
      ),
    );

  it("carries rows of other processes at once, in batches, each once", async () => {
    await write(250);
    await expect.poll(() => taken.flat().length, { timeout: 900, interval: 20 }).toBe(250);
    expect(taken.map((batch) => batch.length)).toEqual([100, 100, 50]);
    await pause(1200);
    expect(new Set(taken.flat()).size).toBe(250);
    expect(taken.flat()).toHaveLength(250);
  });

  it("leaves an executor that is down ever longer alone, however many rows come in, and loses none", async () => {
    status = 503;
    await write(1);
    await expect.poll(() => taken.length, { timeout: 900, interval: 20 }).toBe(1);
    for (let turn = 0; turn < 20; turn += 1) {
      await write(1);
      relay.wake();
      await pause(100);
    }
    expect(taken.length).toBeLessThanOrEqual(3);
    [status, taken] = [200, []];
    await expect.poll(() => taken.flat().length, { timeout: 6_000, interval: 50 }).toBe(21);
  });

  it("stops at once, in the middle of a pause", async () => {
    status = 503;
    await write(1);
    await expect.poll(() => taken.length, { timeout: 900, interval: 20 }).toBeGreaterThan(0);
    const before = performance.now();
    await relay.stop();
    expect(performance.now() - before).toBeLessThan(500);
    status = 200;
  });

  it("tells open pages of a topic at most once a second, and sends them nothing but that", async () => {
    const heard: string[] = [];
    const listener = await database.db.$client.listen("heed_live", (payload) => void heard.push(payload));
    for (let turn = 0; turn < 15; turn += 1) {
      await withTenant(database.db, tenant.access, (tx) => appendLive(tx, ["messages", "notices"], TEST_NOW));
      await pause(60);
    }
    await pause(1200);
    await listener.unlisten();
    for (const topic of ["messages", "notices"]) {
      const told = heard.filter((payload) => payload === JSON.stringify({ tenantId: tenant.tenantId, topic }));
      expect(told.length).toBeGreaterThanOrEqual(1);
      expect(told.length).toBeLessThanOrEqual(3);
    }
    expect(taken.flat().filter((id) => id === "live")).toEqual([]);
  });
});
