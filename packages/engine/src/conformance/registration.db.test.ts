import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bearerOf } from "../protocol/signature.ts";
import { EVENT_KEY, type Rig, SIGNING_KEY, startRig } from "../testing/rig.ts";

let rig: Rig;

beforeAll(async () => {
  rig = await startRig({
    functions: (client) => [client.createFunction({ id: "one", triggers: [{ event: "app/one" }] }, () => null)],
  });
});

afterAll(async () => {
  await rig.stop();
});

async function post(url: string, body: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { method: "POST", body, headers });
  return { status: response.status, body: (await response.json()) as { error?: string; ids?: string[] } };
}

const authorization = { authorization: `Bearer ${bearerOf(SIGNING_KEY)}` };
const config = { id: "app-two", triggers: [{ event: "app/two" }], steps: { step: {} } };
const registration = (extra: object) => JSON.stringify({ appName: "app", functions: [{ ...config, ...extra }] });

describe("a registration", () => {
  it("stores the functions and switches off those that are gone", async () => {
    const { engine, sql } = rig;
    const answer = await post(`${engine.url}/fn/register`, registration({}), authorization);
    expect(answer).toMatchObject({ status: 200, body: { ok: true, modified: true } });
    expect(await sql`select id, active from app_function order by id`).toEqual([
      { id: "app-one", active: false },
      { id: "app-two", active: true },
    ]);
    expect(await post(`${engine.url}/fn/register`, registration({}), authorization)).toMatchObject({
      body: { modified: false },
    });
    await engine.syncNow();
    expect(await sql`select id from app_function where active`).toEqual([{ id: "app-one" }]);
  });

  it("needs the signing key", async () => {
    const { engine } = rig;
    expect(await post(`${engine.url}/fn/register`, registration({}))).toMatchObject({ status: 401 });
  });

  it.each([
    [{ throttle: { limit: 1, period: "1s" } }, /app-two: this engine does not support the option throttle/],
    [{ debounce: { period: "1s" } }, /option debounce/],
    [{ batchEvents: { maxSize: 2, timeout: "1s" } }, /option batchEvents/],
    [{ rateLimit: { limit: 1, period: "1s" } }, /option rateLimit/],
    [{ priority: { run: "event.data.n" } }, /option priority/],
    [{ singleton: { mode: "skip" } }, /option singleton/],
    [{ timeouts: { start: "1s" } }, /option timeouts/],
    [{ concurrency: { limit: 1, scope: "account" } }, /concurrency of scope account/],
    [{ concurrency: { limit: 1, key: "size(event.data)" } }, /outside of what this engine understands/],
    [{ triggers: [{ cron: "61 * * * *" }] }, /cron "61 \* \* \* \*" is not understood/],
    [{ triggers: [{ event: "app/*" }] }, /wildcards/],
    [{ steps: null }, /cannot be read/],
  ])("is refused as a whole with %j", async (extra, message) => {
    const { engine, sql } = rig;
    const answer = await post(`${engine.url}/fn/register`, registration(extra), authorization);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(message);
    expect(await sql`select id from app_function where active`).toEqual([{ id: "app-one" }]);
  });
});

describe("events that are wrong", () => {
  it.each([
    ["no JSON", 400, "not json"],
    ["a number", 400, "[1]"],
    ["no name", 400, "{}"],
    ["an empty name", 400, '{"name":""}'],
    ["data that is a list", 400, '{"name":"app/one","data":[]}'],
    ["a time that is a text", 400, '{"name":"app/one","ts":"noon"}'],
    ["a reserved name", 400, '{"name":"inngest/function.failed","data":{}}'],
    ["an event that is too long", 413, `{"name":"app/one","data":{"x":"${"x".repeat(1024 * 1024)}"}}`],
    ["a body that is too long", 413, `{"name":"app/one","data":{"x":"${"x".repeat(17 * 1024 * 1024)}"}}`],
  ])("are refused: %s", async (_what, status, body) => {
    const { engine, sql } = rig;
    const answer = await post(`${engine.url}/e/${EVENT_KEY}`, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toEqual(expect.any(String));
    expect(await sql`select 1 from run union all select 1 from seen`).toEqual([]);
  });

  it("come to nothing with a wrong key or address", async () => {
    const { engine } = rig;
    expect(await post(`${engine.url}/e/wrong`, '{"name":"app/one"}')).toMatchObject({ status: 401 });
    expect(await post(`${engine.url}/e/%zz`, '{"name":"app/one"}')).toMatchObject({ status: 400 });
    expect(await post(`${engine.url}/nowhere`, "{}")).toMatchObject({ status: 404 });
  });

  it("with odd text arrive whole", async () => {
    const { engine, settle, sql } = rig;
    const body = '{"name":"app/one","data":{"nul":"\\u0000","lone":"\\ud800","__proto__":{"a":1},"é":"ß"}}';
    expect(await post(`${engine.url}/e/${EVENT_KEY}`, body)).toMatchObject({ status: 200 });
    await settle();
    expect(await sql`select outcome from run`).toEqual([]);
  });
});
