import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Temporal, type WaitableClock } from "@heed/core/time";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMailer, type Mailer, type OutgoingMail } from "./mailer.ts";
import { RAW_MAIL_LIMIT } from "./raw-mail.ts";

const NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");
const clock: WaitableClock = {
  kind: "virtual",
  now: () => NOW,
  sleepUntil: async () => undefined,
  track: (work) => work(),
  onProbe: () => undefined,
  onAdvance: () => undefined,
  close: async () => undefined,
};
const MAIL: OutgoingMail = {
  from: '"Shop" <s@mail.example>',
  to: "a@marketplace.example",
  subject: "s",
  html: "<p>h</p>",
  text: "h",
  idempotencyKey: "key-1",
  tags: { tenant_id: "t", message_id: "m" },
};

/** A stand-in whose answers are given byte by byte: what the sandbox cannot be made to say. */
describe("the mailer", () => {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
  let base = "";
  let mailer: Mailer;
  let turn = { taken: true, at: NOW };
  const rates: number[] = [];
  const seen: { readonly key: string | undefined; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    seen.push({ key: request.headers["idempotency-key"]?.toString(), body });
    answer(request, response);
  });
  const answerWith = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    answer = (_, response) =>
      response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
  };
  const failWith = (statusCode: number, name: string, headers = {}) =>
    answerWith(statusCode, { statusCode, name, message: "m" }, headers);

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    base = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
    const turns = { take: async () => turn, observe: async (rate: number) => void rates.push(rate) };
    mailer = createMailer({ apiKey: "re_x", baseUrl: base, clock, timeoutMs: 300, turns });
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it("keeps to its turn: without one soon nothing is sent, and the rate that Resend tells is passed on", async () => {
    const calls = seen.length;
    turn = { taken: false, at: NOW.add({ minutes: 3 }) };
    expect(await mailer.send(MAIL)).toMatchObject({ kind: "retry", code: "rate_governed" });
    expect(seen).toHaveLength(calls);
    turn = { taken: true, at: NOW };
    answerWith(200, { id: "mail-0" }, { "ratelimit-limit": "5" });
    await mailer.send(MAIL);
    expect(rates).toEqual([5]);
  });

  it("sends the key, the tags and both bodies, and answers Resend's id", async () => {
    answerWith(200, { id: "mail-1" });
    expect(await mailer.send(MAIL)).toEqual({ kind: "accepted", id: "mail-1" });
    const { key, body } = seen.at(-1) ?? { key: "", body: "{}" };
    expect(key).toBe("key-1");
    expect(JSON.parse(body)).toMatchObject({
      html: "<p>h</p>",
      text: "h",
      tags: [
        { name: "tenant_id", value: "t" },
        { name: "message_id", value: "m" },
      ],
    });
  });

  it.each([
    [409, "invalid_idempotent_request", { kind: "changed" }],
    [409, "concurrent_idempotent_requests", { kind: "lost" }],
    [422, "validation_error", { kind: "refused", code: "validation_error" }],
    [422, "invalid_from_address", { kind: "refused", code: "invalid_from_address" }],
    [403, "validation_error", { kind: "retry", code: "validation_error", after: NOW.add({ hours: 1 }) }],
    [401, "restricted_api_key", { kind: "retry", code: "restricted_api_key", after: NOW.add({ hours: 1 }) }],
    [429, "daily_quota_exceeded", { kind: "retry", code: "daily_quota_exceeded", after: NOW.add({ hours: 1 }) }],
    [429, "rate_limit_exceeded", { kind: "retry", code: "rate_limit_exceeded", after: NOW.add({ seconds: 1 }) }],
    [429, "something_new", { kind: "retry", code: "something_new", after: NOW.add({ minutes: 1 }) }],
    [500, "application_error", { kind: "lost" }],
    [503, "internal_server_error", { kind: "lost" }],
  ])("%i %s → %j", async (...[status, name, outcome]) => {
    failWith(status, name);
    expect(await mailer.send(MAIL)).toEqual(outcome);
  });

  it.each([
    ["7", 7],
    ["999999", 3600],
    ["soon", 1],
    ["-4", 1],
  ])("Retry-After %s waits %i seconds", async (given, seconds) => {
    failWith(429, "rate_limit_exceeded", { "retry-after": given });
    expect(await mailer.send(MAIL)).toMatchObject({ kind: "retry", after: NOW.add({ seconds }) });
  });

  it.each([
    ["half of an answer", 200, '{"id":"ma'],
    ["an answer without an id", 200, "{}"],
    ["an answer of a gateway", 200, "null"],
    ["a page", 502, "<html>bad gateway</html>"],
    ["an error that is no object", 502, "null"],
  ])("%s is a lost answer", async (...[, status, body]) => {
    answerWith(status, body);
    expect(await mailer.send(MAIL)).toEqual({ kind: "lost" });
  });

  it("so is none at all, after the time limit, and one that never ends", async () => {
    answer = () => undefined;
    expect(await mailer.send(MAIL)).toEqual({ kind: "lost" });
    answer = (_, response) => void response.writeHead(200, { "content-length": "100" }).write("{");
    expect(await mailer.send(MAIL)).toEqual({ kind: "lost" });
    answer = (request) => void request.socket.destroy();
    expect(await mailer.send(MAIL)).toEqual({ kind: "lost" });
  });

  describe("the source of a received mail", () => {
    const withSource = (url: string, source: (response: ServerResponse) => void) => {
      answer = (request, response) => {
        if (request.url?.startsWith("/raw") === true) source(response);
        else response.writeHead(200).end(JSON.stringify({ object: "email", id: "i", raw: { download_url: url } }));
      };
    };

    it("is downloaded whole up to 10 MB, and not a byte beyond", async () => {
      withSource(`${base}/raw`, (response) => response.end(Buffer.alloc(RAW_MAIL_LIMIT, 97)));
      expect((await mailer.rawMail("i")).byteLength).toBe(RAW_MAIL_LIMIT);
      withSource(`${base}/raw`, (response) => response.end(Buffer.alloc(RAW_MAIL_LIMIT + 1, 97)));
      await expect(mailer.rawMail("i")).rejects.toMatchObject({ code: "LIMIT_EXCEEDED", retryable: false });
    });

    it("comes from Resend only, and follows no redirect", async () => {
      withSource("http://169.254.169.254/latest", (response) => response.end("x"));
      await expect(mailer.rawMail("i")).rejects.toMatchObject({ code: "UPSTREAM", retryable: false });
      withSource(`${base}/raw`, (response) => response.writeHead(302, { location: "http://127.0.0.1:1/" }).end());
      await expect(mailer.rawMail("i")).rejects.toMatchObject({ code: "UPSTREAM", retryable: true });
    });

    it("that is gone is gone; one that Resend cannot give now may come later", async () => {
      failWith(404, "not_found");
      await expect(mailer.rawMail("i")).rejects.toMatchObject({ code: "NOT_FOUND", retryable: false });
      failWith(500, "application_error");
      await expect(mailer.rawMail("i")).rejects.toMatchObject({ code: "UPSTREAM", retryable: true });
      answerWith(200, "null");
      await expect(mailer.rawMail("i")).rejects.toMatchObject({ code: "UPSTREAM", retryable: true });
    });
  });
});
