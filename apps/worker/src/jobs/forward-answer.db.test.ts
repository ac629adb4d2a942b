import { dirname } from "node:path";
import { Temporal } from "@heed/core/time";
import { inboundMail } from "@heed/db/schema/notice";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { confirmServiceAddress, keptMails, senderLocalParts } from "@heed/db/testing/sender-steps";
import { signAsAmazon } from "@heed/sandbox/buyers/dkim";
import { readKeys } from "@heed/sandbox/keys";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readLog } from "../testing/read-state.ts";
import { type MainJob, START, startMainJob } from "../testing/start-main-job.ts";

const start = Temporal.Instant.from(START);
const SERVICE = "service@north-pier.example";

let job: MainJob;
beforeAll(async () => {
  job = await startMainJob({ orders: 1 });
  await job.run(start.add({ minutes: 5 }));
});
afterAll(() => job.stop());

const inTenant = <T>(work: Parameters<typeof withTenant<T>>[2]) =>
  withTenant(job.database.db, systemAccess(job.tenants[0]?.tenantId ?? ""), work);

async function answer(text: string, ...headers: string[]): Promise<void> {
  const [localPart] = await inTenant(senderLocalParts);
  const to = `${localPart}@mail.heed.localhost`;
  const lines = [
    "From: Buyer <loop000000000001@marketplace.amazon.com>",
    `To: ${to}`,
    "Subject: Re: your order",
    ...headers,
    "",
    text,
    "",
  ];
  const key = { domain: "amazon.com", privateKey: readKeys(dirname(job.sandbox.logPath)).dkim };
  const raw = await signAsAmazon(Buffer.from(lines.join("\r\n")), key);
  await job.control("POST", "/mail/inbound", { to, rawBase64: raw.toString("base64") });
}

async function forwarded() {
  const log = await readLog(job.sandbox.logPath);
  return log.flatMap((entry) =>
    entry.kind === "resend.call" && entry.payload?.["to"] === SERVICE ? [entry.payload] : [],
  );
}

it("waits for a confirmed address, then goes there once, and nothing of it stays", async () => {
  await answer("Which lantern is it?");
  await job.run(start.add({ minutes: 90 }));
  expect(await forwarded()).toEqual([]);
  expect(await inTenant(keptMails)).toBe(1);

  await inTenant((tx) => confirmServiceAddress(tx, { serviceAddress: SERVICE, now: job.coordinator.now() }));
  await job.run(start.add({ hours: 4 }));
  const [mail, ...others] = await forwarded();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    subject: "Re: your order",
    reply_to: "loop000000000001@marketplace.amazon.com",
    text: expect.stringContaining("Which lantern is it?"),
  });
  expect(await inTenant(keptMails)).toBe(0);
});

it("is erased after a day where nobody confirmed an address", async () => {
  await inTenant((tx) => confirmServiceAddress(tx, { serviceAddress: null, now: null }));
  await answer("Nobody reads this");
  await job.run(job.coordinator.now().add({ minutes: 5 }));
  expect(await inTenant(keptMails)).toBe(1);
  // A day of waiting costs a look each hour: most of it is put behind the answer.
  const receivedAt = job.coordinator.now().subtract({ hours: 22, minutes: 30 });
  await inTenant((tx) => tx.sql.update(inboundMail).set({ receivedAt }));
  await job.run(job.coordinator.now().add({ hours: 1 }));
  expect(await inTenant(keptMails)).toBe(1);
  await job.run(job.coordinator.now().add({ hours: 1 }));
  expect(await inTenant(keptMails)).toBe(0);
});

it("nobody's mail is answered, and what a machine wrote is not passed on", async () => {
  await answer("I am on holiday until Monday.", "Auto-Submitted: auto-replied");
  await answer("This mailbox is not read.", "Precedence: auto_reply", "X-Autoreply: yes");
  await job.run(job.coordinator.now().add({ minutes: 10 }));
  const log = await readLog(job.sandbox.logPath);
  const sentTo = log.flatMap((entry) => (entry.kind === "resend.call" ? [entry.payload?.["to"]] : []));
  expect(sentTo.filter((to) => String(to).startsWith("loop0"))).toEqual([]);
  expect(await forwarded()).toHaveLength(1);
});
