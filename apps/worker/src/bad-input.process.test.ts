import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { Temporal } from "@heed/core/time";
import { signWebhook } from "@heed/sandbox/resend/events";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asChecker } from "./testing/read-state.ts";
import { START, type Stage, startStage } from "./testing/start-main-job.ts";
import { spawnWorker, type WorkerProcess } from "./testing/worker-process.ts";
import { aliasOf, orderIdOf, worldBuyer, worldOrder } from "./testing/world-order.ts";

const start = Temporal.Instant.from(START);
const TITLE = "Zanzibar cup of the planted title";
const [ASKED, MAILED] = [1, 2];
const mailedAt = start.add({ hours: 9, minutes: 10 });

/** A mail that claims to come from Amazon. */
function rawMail(subject: string, text: string): string {
  const head = ["From: Amazon <auto-communication@amazon.com>", "To: you@example.com", `Subject: ${subject}`];
  return [...head, "Content-Type: text/plain; charset=utf-8", "", text].join("\r\n");
}

describe("bad input to the worker's process", () => {
  let stage: Stage;
  let worker: WorkerProcess;
  let engine: Awaited<ReturnType<Stage["startEngine"]>>;
  let url = "";
  let tables: Record<string, number> = {};

  const ask = <T>(query: Parameters<typeof asChecker<T>>[1]) =>
    asChecker(stage.database.urls.DATABASE_CHECK_URL, query);
  const counts = async () => {
    const [row] = await ask<Record<string, number>[]>(
      (sql) => sql`
        select (select count(*)::int from inbound_mail) as mails, (select count(*)::int from notice) as notices,
          (select count(*)::int from suppression) as suppressions, (select count(*)::int from message) as messages,
          (select count(*)::int from outbox where name <> 'live') as events,
          (select count(*)::int from message where state in ('bounced', 'failed', 'suppressed')) as ended`,
    );
    return row ?? {};
  };
  const lines = (words: string) =>
    worker
      .log()
      .split("\n")
      .filter((line) => line.includes(words));
  const post = async (body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/webhooks/resend`, { method: "POST", body, headers });
    return { status: response.status, body: await response.json() };
  };
  const signed = (body: string, id = `msg_${randomUUID()}`) => {
    const timestamp = Math.floor(Date.now() / 1000);
    const signature = signWebhook(stage.env["RESEND_WEBHOOK_SECRET"] ?? "", id, { timestamp, body });
    return { "svix-id": id, "svix-timestamp": String(timestamp), "svix-signature": signature };
  };
  const noticeAddress = () => {
    const token = stage.world.stores[0]?.marketplaces[0]?.noticeToken ?? "";
    return `n-${token}@in.${stage.env["HEED_MAIL_DOMAIN"]}`;
  };

  beforeAll(async () => {
    stage = await startStage({
      orders: 0,
      put: {
        orders: [
          worldOrder({ n: ASKED, place: "de", due: start.add({ minutes: 10 }), title: TITLE }),
          worldOrder({ n: MAILED, due: mailedAt, title: TITLE }),
        ],
        buyers: [worldBuyer(ASKED, { place: "de" }), worldBuyer(MAILED, { optedOutAt: "2026-01-01T00:00:00Z" })],
      },
    });
    worker = await spawnWorker(stage, { LOG_LEVEL: "debug" });
    engine = await stage.startEngine();
    url = `http://127.0.0.1:${stage.env["WORKER_PORT"]}`;
    await stage.run(mailedAt.add({ hours: 8 }));
    tables = await counts();
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    worker.kill();
    await worker.exited;
    await stage.stop();
  });

  it("a webhook that is no JSON, has a wrong signature or is too large is refused, logged once, and writes nothing", async () => {
    expect(await post("{", signed("{"))).toMatchObject({ status: 400 });
    expect(await post("{}", { ...signed("{}"), "svix-signature": "v1,AAAA" })).toMatchObject({ status: 401 });
    expect(await post("{}")).toMatchObject({ status: 401 });
    expect(await post("x".repeat(1_100_000), {})).toMatchObject({ status: 413 });
    // The log comes through a pipe, a moment after the answer.
    await expect.poll(() => lines("a webhook was refused")).toHaveLength(4);
    expect(await counts()).toEqual(tables);
  });

  it("a genuine delivery that comes again changes nothing", async () => {
    const body = JSON.stringify({
      type: "email.received",
      created_at: new Date().toISOString(),
      data: { email_id: randomUUID(), to: [noticeAddress()], cc: [], bcc: [], from: "a@amazon.com", subject: "x" },
    });
    const headers = signed(body);
    expect(await post(body, headers)).toMatchObject({ status: 200 });
    const once = await counts();
    expect(await post(body, headers)).toMatchObject({ status: 200 });
    expect(await post(body, headers)).toMatchObject({ status: 200 });
    expect(await counts()).toEqual(once);
    expect(once["mails"]).toBe((tables["mails"] ?? 0) + 1);
  });

  it("an event about a tenant or a message that nobody has changes nothing", async () => {
    const before = await counts();
    for (const tags of [
      { tenant_id: randomUUID(), message_id: randomUUID() },
      { tenant_id: "x", message_id: "'; --" },
      {},
    ]) {
      const bounce = { type: "Permanent", subType: "General", message: "no" };
      const data = {
        email_id: randomUUID(),
        created_at: "2026-11-02T08:00:00Z",
        from: "a@b.c",
        to: ["d@e.f"],
        subject: "s",
      };
      const body = JSON.stringify({
        type: "email.bounced",
        created_at: "2026-11-02T08:00:00Z",
        data: { ...data, bounce, tags },
      });
      expect(await post(body, signed(body))).toMatchObject({ status: 200 });
    }
    expect(await counts()).toEqual(before);
  });

  it("a mail above 10 MB and a mail without an order id are kept as what they are", async () => {
    const to = noticeAddress();
    await stage.control("POST", "/mail/inbound", { to, raw: rawMail("Large", "y".repeat(11_000_000)) });
    const text = "The buyer opted out from receiving this message, for more details click here.";
    await stage.control("POST", "/mail/inbound", {
      to,
      raw: rawMail("Your message to a buyer could not be delivered", text),
    });
    await stage.run(mailedAt.add({ hours: 9 }));
    const mails = await ask<{ state: string; kept: boolean; effect: string | null }[]>(
      (sql) => sql`
        select m.state, m.raw is not null as kept, n.effect from inbound_mail m
        left join notice n on n.tenant_id = m.tenant_id and n.inbound_mail_id = m.id order by m.id desc limit 2`,
    );
    expect(mails.toReversed()).toEqual([
      { state: "too_large", kept: false, effect: null },
      { state: "read", kept: true, effect: expect.stringMatching(/needs_review|not_applied/) },
    ]);
    expect(lines("too_large")).toHaveLength(1);
  });

  it("an event that is not what its name promises ends its run, logged once", async () => {
    const before = await counts();
    const target = `${stage.env["INNGEST_BASE_URL"]}/e/${stage.env["INNGEST_EVENT_KEY"]}`;
    const event = { id: randomUUID(), name: "order/due", data: { tenantId: "nobody", planVersion: "one" } };
    expect((await fetch(target, { method: "POST", body: JSON.stringify([event]) })).status).toBe(200);
    await stage.run(mailedAt.add({ hours: 9, minutes: 5 }));
    expect(lines("an event is malformed")).toHaveLength(1);
    expect(lines("function error")).toEqual([]);
    expect(await counts()).toEqual(before);
  });

  it("requests that break off or make no sense do not end the process", async () => {
    for (const text of [
      "GET // HTTP/1.1\r\nHost: x\r\n\r\n",
      "POST /webhooks/resend HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nhalf",
      "POST /api/inngest?fnId=nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{",
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(stage.env["WORKER_PORT"]), "127.0.0.1", () => socket.write(text));
        setTimeout(() => socket.destroy(), 100);
        socket.once("close", () => resolve());
      });
    }
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it("the log holds no alias, order id, token or text, even at its most talkative", async () => {
    const sent = await ask<{ count: number }[]>(
      (sql) => sql`select count(*)::int as count from message where sent_at is not null`,
    );
    expect(sent).toEqual([{ count: 2 }]);
    const secrets = [
      ...[ASKED, MAILED].map(orderIdOf),
      aliasOf(MAILED),
      aliasOf(ASKED, "de"),
      "tst0000",
      "Atzr|",
      "Atza|",
      stage.env["RESEND_API_KEY"] ?? "",
      stage.env["AMAZON_CLIENT_SECRET"] ?? "",
      stage.env["INNGEST_SIGNING_KEY"] ?? "",
      TITLE,
      "opted out from receiving",
      "yyyyyyyy",
    ];
    const log = worker.log();
    expect(log.length).toBeGreaterThan(100);
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });
});
