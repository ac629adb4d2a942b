import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readSandboxLog } from "./sandbox-log.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heed-log-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const at = "2026-11-23T00:00:00Z";
const post = {
  at,
  kind: "amazon.call",
  operation: "createProductReviewAndSellerFeedbackSolicitation",
  sellerId: "A",
  orderSellerId: "A",
  orderId: "1",
  status: 201,
  throttled: false,
  effect: { kind: "solicitation", orderId: "1" },
};
const mail = {
  at,
  kind: "resend.call",
  status: 200,
  repeatOf: null,
  effect: { kind: "email", orderId: "2", fromSellerId: "A", aliasSellerId: "B" },
};

async function read(entries: readonly object[], tail = "") {
  const file = join(folder, "log.jsonl");
  await writeFile(file, `${entries.map((entry) => `${JSON.stringify(entry)}\n`).join("")}${tail}`);
  return readSandboxLog(file);
}

test("takes requests to buyers, accepted and refused, and passes over throttled ones and repeats", async () => {
  const log = await read([
    post,
    { ...post, effect: null, status: 403 },
    { ...post, effect: null, status: 429, throttled: true },
    mail,
    { ...mail, effect: null, repeatOf: "e1" },
  ]);
  expect(log.proactive.map(({ lane, accepted }) => [lane, accepted])).toEqual([
    ["solicitation", true],
    ["solicitation", false],
    ["email", true],
  ]);
  expect(log.proactive[2]).toMatchObject({ sellerOfCall: "A", sellerOfOrder: "B" });
});

test("counts reads with another seller's credentials", async () => {
  const reading = { ...post, operation: "getSolicitationActionsForOrder", orderSellerId: "B", effect: null };
  expect((await read([reading, { ...reading, orderSellerId: "A" }])).foreignCalls).toBe(1);
});

test("passes over a last line that was cut short", async () => {
  expect((await read([post], '{"kind":"amazon.ca')).proactive).toHaveLength(1);
});
