import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Resend } from "resend";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sendPatiently } from "./send-patiently.ts";

const MAIL = { from: "Heed <account@heed.localhost>", to: "a@example.com", subject: "s", html: "<p>h</p>", text: "t" };
let server: Server;
let asked: IncomingHttpHeaders[] = [];
let answers: [number, object][] = [];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.headers);
    const [status, body] = answers.shift() ?? [200, { id: "1" }];
    response.writeHead(status, { "content-type": "application/json", "retry-after": "0.01" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const send = () => {
  const { port } = server.address() as AddressInfo;
  return sendPatiently(new Resend("re_test", { baseUrl: `http://127.0.0.1:${port}` }), MAIL);
};
const busy: [number, object] = [429, { statusCode: 429, name: "rate_limit_exceeded", message: "Too many requests" }];

it("asks again under the same key where Resend is busy", async () => {
  answers = [busy, busy];
  await send();
  expect(asked).toHaveLength(3);
  expect(new Set(asked.map((headers) => headers["idempotency-key"])).size).toBe(1);
  expect(asked[0]?.["idempotency-key"]).toMatch(/^[0-9a-f-]{36}$/);
});

it("gives up after some tries, and at once where asking again is no use", async () => {
  answers = Array.from({ length: 9 }, () => busy);
  await expect(send()).rejects.toMatchObject({ code: "UPSTREAM", details: { name: "rate_limit_exceeded" } });
  expect(asked).toHaveLength(6);
  asked = [];
  answers = [[422, { statusCode: 422, name: "validation_error", message: "no" }]];
  await expect(send()).rejects.toMatchObject({ code: "UPSTREAM", details: { name: "validation_error" } });
  expect(asked).toHaveLength(1);
});
