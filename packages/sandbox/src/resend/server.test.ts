import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Resend } from "resend";
import { describe, expect, it, onTestFinished } from "vitest";
import { DEMO_STORES } from "../demo/stores.ts";
import type { TestSandbox } from "../testing.ts";
import { exampleBuyer, exampleWorld, startTestSandbox } from "../testing.ts";

const [US_STORE] = DEMO_STORES;
const FROM = `North Pier <${US_STORE.senderToken}@mail.heed.localhost>`;

interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly verified: boolean;
}

interface Setup {
  readonly sandbox: TestSandbox;
  readonly resend: Resend;
  readonly deliveries: Delivery[];
  /** Statuses that the receiver answers before it accepts. */
  readonly answers: number[];
}

async function setup(world = exampleWorld()): Promise<Setup> {
  const sandbox = await startTestSandbox();
  await sandbox.control("POST", "/world", world);
  const { resendUrl, settings } = sandbox.running;
  const resend = new Resend(settings.resendApiKey, { baseUrl: resendUrl });
  const deliveries: Delivery[] = [];
  const answers: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const payload = Buffer.concat(chunks).toString("utf8");
    const header = (name: string) => String(request.headers[name]);
    const headers = { id: header("svix-id"), timestamp: header("svix-timestamp"), signature: header("svix-signature") };
    const event = JSON.parse(payload) as { type: string; data: Record<string, unknown> };
    let verified = true;
    try {
      resend.webhooks.verify({ payload, headers, webhookSecret: settings.webhookSecret });
    } catch {
      verified = false;
    }
    deliveries.push({ id: headers.id, type: event.type, data: event.data, verified });
    response.writeHead(answers.shift() ?? 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await sandbox.control("POST", "/webhooks", { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
  onTestFinished(async () => {
    await sandbox.stop();
    server.closeAllConnections();
    server.close();
  });
  return { sandbox, resend, deliveries, answers };
}

const mail = (changes = {}) => ({
  from: FROM,
  to: exampleBuyer().alias,
  subject: "About order 123-1234567-1234567",
  text: "How was your order?",
  ...changes,
});
const run = (sandbox: TestSandbox, until: string) => sandbox.control("POST", "/clock/run", { until });

describe("sending", () => {
  it("answers the same id for a repeat with the same key, and sends once", async () => {
    const { sandbox, resend } = await setup();
    const first = await resend.emails.send(mail(), { idempotencyKey: "message-1" });
    const second = await resend.emails.send(mail(), { idempotencyKey: "message-1" });
    expect(first.error).toBeNull();
    expect(second.data).toEqual(first.data);
    expect(sandbox.log().filter((entry) => entry.kind === "resend.call" && entry.effect !== null)).toHaveLength(1);
  });

  it("refuses a changed payload under the same key, until the key is a day old", async () => {
    const { sandbox, resend } = await setup();
    await resend.emails.send(mail(), { idempotencyKey: "message-1" });
    const changed = await resend.emails.send(mail({ text: "Changed" }), { idempotencyKey: "message-1" });
    expect(changed.error).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
    await sandbox.control("POST", "/world", {
      handWritten: [{ orderId: "123-1234567-1234567", at: "2026-11-21T12:00:00Z" }],
    });
    await run(sandbox, "2026-11-21T12:00:00Z");
    expect((await resend.emails.send(mail({ text: "Changed" }), { idempotencyKey: "message-1" })).error).toBeNull();
  });

  it("refuses a second request with a key whose first is not answered yet", async () => {
    const { sandbox, resend } = await setup();
    await sandbox.control("POST", "/faults", { op: "POST /emails", kind: "slow_body", times: 1, seconds: 1 });
    const [first, second] = await Promise.all([
      resend.emails.send(mail(), { idempotencyKey: "message-1" }),
      new Promise<void>((resolve) => setTimeout(resolve, 200)).then(() =>
        resend.emails.send(mail(), { idempotencyKey: "message-1" }),
      ),
    ]);
    expect(first.error).toBeNull();
    expect(second.error).toMatchObject({ statusCode: 409, name: "concurrent_idempotent_requests" });
  });

  it("allows two requests a second of the sandbox's clock", async () => {
    const { resend } = await setup();
    await resend.emails.send(mail());
    await resend.emails.send(mail());
    const third = await resend.emails.send(mail());
    expect(third.error).toMatchObject({ statusCode: 429, name: "rate_limit_exceeded" });
    expect(third.headers).toMatchObject({ "retry-after": "1", "ratelimit-limit": "2", "ratelimit-remaining": "0" });
  });

  it.each([
    [{ to: "" }, 422, "missing_required_field"],
    [{ from: "not an address" }, 422, "invalid_from_address"],
    [{ from: "shop@elsewhere.example" }, 403, "validation_error"],
    [{ tags: [{ name: "message id", value: "1" }] }, 422, "validation_error"],
    [{ to: Array.from({ length: 51 }, (_, index) => `a${index}@example.com`) }, 422, "validation_error"],
  ])("refuses %j", async (changes, statusCode, name) => {
    const { resend } = await setup();
    expect((await resend.emails.send(mail(changes))).error).toMatchObject({ statusCode, name });
  });

  it("knows its API key", async () => {
    const { sandbox } = await setup();
    const stranger = new Resend("re_stranger", { baseUrl: sandbox.running.resendUrl });
    expect((await stranger.emails.send(mail())).error).toMatchObject({ statusCode: 403, name: "invalid_api_key" });
  });
});

describe("webhooks", () => {
  it("tell of sending and delivery, signed, with the tags", async () => {
    const { sandbox, resend, deliveries } = await setup();
    const { data } = await resend.emails.send(mail({ tags: [{ name: "message", value: "m1" }] }));
    await run(sandbox, "2026-11-20T12:01:00Z");
    expect(
      deliveries.map(({ type, verified, data: fields }) => ({
        type,
        verified,
        id: fields["email_id"],
        tags: fields["tags"],
      })),
    ).toEqual([
      { type: "email.sent", verified: true, id: data?.id, tags: { message: "m1" } },
      { type: "email.delivered", verified: true, id: data?.id, tags: { message: "m1" } },
    ]);
  });

  it("are repeated by the published schedule under the same id", async () => {
    const { sandbox, resend, deliveries, answers } = await setup();
    answers.push(500, 200, 503);
    await resend.emails.send(mail());
    await run(sandbox, "2026-11-20T13:00:00Z");
    const sent = deliveries.filter(({ type }) => type === "email.sent");
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    const attempts = sandbox.log().filter((entry) => entry.kind === "webhook.attempt" && entry.eventId === sent[0]?.id);
    expect(attempts.map(({ at }) => at)).toEqual([
      "2026-11-20T12:00:00Z",
      "2026-11-20T12:00:05Z",
      "2026-11-20T12:05:05Z",
    ]);
  });

  it("bring mail to one of our own receiving addresses back as received", async () => {
    const { sandbox, resend, deliveries } = await setup();
    await resend.emails.send(mail({ to: "n-anything@in.heed.localhost", subject: "Self-test ü 1", text: "one two" }));
    await run(sandbox, "2026-11-20T12:01:00Z");
    expect(deliveries.map(({ type }) => type)).toEqual(["email.sent", "email.delivered", "email.received"]);
    const received = deliveries[2]?.data ?? {};
    expect(received).toMatchObject({ to: ["n-anything@in.heed.localhost"], subject: "Self-test ü 1" });
    const { data } = await resend.emails.receiving.get(String(received["email_id"]));
    expect(data?.text).toContain("one two");
  });

  it("tell of a bounce where no buyer has the alias", async () => {
    const { sandbox, resend, deliveries } = await setup();
    await resend.emails.send(mail({ to: "nobody0000@marketplace.amazon.com" }));
    await run(sandbox, "2026-11-20T12:01:00Z");
    expect(deliveries.at(-1)).toMatchObject({ type: "email.bounced", data: { bounce: { type: "Permanent" } } });
  });
});

describe("a buyer who opted out", () => {
  it("lets Amazon send a notice to the store's notice address, whose raw message can be fetched", async () => {
    const { sandbox, resend, deliveries } = await setup(
      exampleWorld({ buyers: [exampleBuyer({ optedOutAt: "2025-01-01T00:00:00Z" })] }),
    );
    await resend.emails.send(mail());
    await run(sandbox, "2026-11-20T18:00:00Z");
    expect(deliveries.map(({ type }) => type)).toEqual(["email.sent", "email.delivered", "email.received"]);
    const received = deliveries[2]?.data ?? {};
    expect(received).toMatchObject({ from: "auto-communication@amazon.com", to: ["n-7qk2m9tusn4x@in.heed.localhost"] });
    const { data } = await resend.emails.receiving.get(String(received["email_id"]));
    expect(data?.text).toContain("unable to deliver the message you sent for order 123-1234567-1234567");
    const raw = await fetch(data?.raw?.download_url ?? "");
    expect(await raw.text()).toMatch(/^DKIM-Signature: /);
    expect((await fetch((data?.raw?.download_url ?? "").replace(/signature=./, "signature=_"))).status).toBe(403);
  });

  it("gets nothing from a sender that the store has not approved; the sender is told", async () => {
    const { sandbox, resend, deliveries } = await setup(
      exampleWorld({ buyers: [exampleBuyer({ optedOutAt: "2025-01-01T00:00:00Z" })] }),
    );
    await sandbox.control("POST", `/stores/${US_STORE.sellerId}`, { senderApproved: false });
    await resend.emails.send(mail());
    await run(sandbox, "2026-11-20T18:00:00Z");
    expect(deliveries.at(-1)).toMatchObject({
      type: "email.received",
      data: { to: [`${US_STORE.senderToken}@mail.heed.localhost`], subject: "Your message to a buyer was rejected" },
    });
  });
});

describe("the mailbox", () => {
  it("shows account mail with its content", async () => {
    const { sandbox, resend } = await setup();
    await resend.emails.send({
      from: "Heed <login@heed.localhost>",
      to: "owner@example.com",
      subject: "Sign in",
      html: "<p>Your link</p>",
    });
    const list = (await sandbox.control("GET", "/mail")).body as {
      mail: { id: string; subject: string; direction: string }[];
    };
    expect(list.mail).toMatchObject([{ subject: "Sign in", direction: "sent" }]);
    expect((await sandbox.control("GET", `/mail/${list.mail[0]?.id}`)).body).toMatchObject({
      html: "<p>Your link</p>",
      to: "owner@example.com",
    });
  });

  it("takes mail from outside", async () => {
    const { sandbox, deliveries } = await setup();
    const raw = "From: a@example.com\r\nTo: n-x@in.heed.localhost\r\nSubject: Hello\r\n\r\nHi\r\n";
    expect((await sandbox.control("POST", "/mail/inbound", { to: "n-x@in.heed.localhost", raw })).status).toBe(201);
    await expect.poll(() => deliveries.length).toBe(1);
    expect(deliveries[0]).toMatchObject({ type: "email.received", data: { subject: "Hello", from: "a@example.com" } });
  });
});
