import type { TypedContent } from "@heed/core/message/typed-content";
import type { TypedName } from "@heed/core/message/typed-operation";
import { Temporal } from "@heed/core/time";
import { answerApproval } from "@heed/db/commands/answer-approval";
import { markUploaded, storeFile } from "@heed/db/commands/attachments";
import { setCriticalSettings } from "@heed/db/commands/critical-settings";
import { askActions } from "@heed/db/commands/order-actions";
import { type Written, writeTypedMessage } from "@heed/db/commands/write-typed-message";
import { ensureUser } from "@heed/db/identity/ensure-user";
import { resolveAccess } from "@heed/db/identity/resolve-access";
import { getOrder } from "@heed/db/queries/orders";
import { typedOrder } from "@heed/db/queries/typed-order";
import { type Access, withTenant } from "@heed/db/tenant-db";
import { createMember } from "@heed/db/testing/factories";
import { optOutBuyer, rewriteText } from "@heed/db/testing/typed-steps";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readLog } from "../testing/read-state.ts";
import { type MainJob, START, startMainJob } from "../testing/start-main-job.ts";
import { aliasOf, orderIdOf, worldBuyer, worldOrder } from "../testing/world-order.ts";

const start = Temporal.Instant.from(START);
const UNSHIPPED = [{ at: start.subtract({ hours: 20 }).toString(), status: "UNSHIPPED" as const }];

/** Paid yesterday, not shipped: Amazon offers what helps to complete the order. */
function unshipped(n: number, alias = aliasOf(n)) {
  return { ...worldOrder({ n, due: start.add({ hours: 24 * 20 }), alias }), changes: UNSHIPPED };
}

let job: MainJob;
let writer: Access;
let second: Access;

beforeAll(async () => {
  const optedOut = worldBuyer(2, { optedOutAt: start.subtract({ hours: 24 * 90 }).toString() });
  const orders = [unshipped(1), unshipped(2), unshipped(3), unshipped(4), unshipped(5), unshipped(6)];
  const buyers = [1, 3, 4, 5, 6].map((n) => worldBuyer(n));
  job = await startMainJob({ orders: 1, put: { orders, buyers: [...buyers, optedOut] } });
  const [tenant] = job.tenants;
  const slug = tenant?.slug ?? "";
  const userId = await ensureUser(job.database.db, tenant?.ownerEmail ?? "");
  const found = await resolveAccess(job.database.db, { userId, slug, network: null });
  if (found === null) throw new Error("The owner has no workspace.");
  writer = found.access;
  const other = await createMember(job.database.db, writer, { role: "approver" });
  second = (await resolveAccess(job.database.db, { userId: other, slug, network: null }))?.access ?? writer;
  await job.run(start.add({ minutes: 30 }));
});
afterAll(() => job.stop());

const inTenant = <T>(work: Parameters<typeof withTenant<T>>[2], access = writer) =>
  withTenant(job.database.db, access, work);
const clock = () => job.coordinator.now();
const orderOf = (n: number) => inTenant((tx) => getOrder(tx, { storeId: "all", orderId: orderIdOf(n) }));

async function refOf(n: number): Promise<string> {
  const found = await orderOf(n);
  if (found === null) throw new Error(`Order ${n} was not synced.`);
  return found.row.ref;
}

type Wish = Partial<TypedContent> & { readonly fileIds?: readonly string[] };

/** Has Amazon's list read as the page does, and writes. */
async function write(n: number, operation: TypedName, { fileIds = [], ...changes }: Wish = {}): Promise<Written> {
  const orderRef = await refOf(n);
  await inTenant((tx) => askActions(tx, { orderRef, now: clock() }));
  await job.run(clock().add({ minutes: 3 }));
  const content = { text: null, language: "en", coverageFrom: null, coverageTo: null, ...changes };
  const input = { storeId: "all", orderRef, operation, content, fileIds, ring: job.ring } as const;
  return inTenant((tx) => writeTypedMessage(tx, { ...input, now: clock() }));
}

const idOf = (written: Written) => (written.kind === "written" ? written.messageId : "");
const QUESTION = { text: "The flat number is missing from your address. Which one is it?" };

async function ended(n: number) {
  await job.run(clock().add({ minutes: 3 }));
  const order = await orderOf(n);
  const messages = order?.messages.filter(({ lane }) => lane === "typed") ?? [];
  return messages.map(({ state, endRule, slot }) => ({ state, endRule, slot }));
}

/** What took effect at Amazon for an order. */
async function effects(n: number): Promise<readonly string[]> {
  return (await readLog(job.sandbox.logPath)).flatMap((entry) =>
    entry.kind === "amazon.call" && entry.effect?.kind === "typed_message" && entry.orderId === orderIdOf(n)
      ? [entry.effect.operation]
      : [],
  );
}

it("Amazon's list and the buyer's language are read when a person looks", async () => {
  await write(1, "confirmOrderDetails", { text: "" });
  const seen = await inTenant(async (tx) => typedOrder(tx, { storeId: "all", ref: await refOf(1) }));
  expect(seen?.actions).toMatchObject({ locale: "en-US", problem: null });
  expect(seen?.actions?.names).toContain("confirmOrderDetails");
});

it("a critical question passes an opt-out, and the ledger says so; what is not critical is refused by us", async () => {
  const orderRef = await refOf(2);
  await inTenant((tx) => optOutBuyer(tx, { orderRef, ring: job.ring, now: clock() }));
  expect(await write(2, "confirmOrderDetails", QUESTION)).toMatchObject({ kind: "written", awaitsApproval: false });
  expect(await ended(2)).toEqual([{ state: "sent", endRule: null, slot: "typed:confirmOrderDetails" }]);
  const lines = (await orderOf(2))?.decisions ?? [];
  expect(lines.find(({ lane, verdict }) => lane === "typed" && verdict === "planned")?.reasons).toMatchObject([
    { rule: "buyer_opted_out", result: "noted", facts: { critical: true } },
  ]);
  expect(await write(2, "warranty")).toMatchObject({ kind: "refused", reason: { rule: "buyer_opted_out" } });
  expect(await effects(2)).toEqual(["createConfirmOrderDetails"]);
});

it("an invoice takes its file along; what was brought long ago is brought anew", async () => {
  const orderRef = await refOf(3);
  const content = new TextEncoder().encode("%PDF-1.4 invoice");
  const file = { orderRef, fileName: "invoice.pdf", contentType: "application/pdf", content, ring: job.ring };
  const { id } = await inTenant((tx) => storeFile(tx, { ...file, now: clock() }));
  const long = { fileId: id, uploadDestinationId: "of-yesterday", now: clock().subtract({ hours: 24 }) };
  await inTenant((tx) => markUploaded(tx, long));
  expect(await write(3, "invoice", { fileIds: [id] })).toMatchObject({ kind: "written" });
  expect(await ended(3)).toEqual([{ state: "sent", endRule: null, slot: "typed:invoice" }]);
  expect(await effects(3)).toEqual(["sendInvoice"]);
});

it("a review request hidden in a question is stopped while writing, and again at the moment of sending", async () => {
  const hidden = { text: `${QUESTION.text} And please leave us a five star review.` };
  const stopped = await write(4, "confirmOrderDetails", hidden);
  expect(stopped.kind === "blocked" && stopped.findings.map(({ rule }) => rule)).toContain("CRIT-04");
  await inTenant((tx) => setCriticalSettings(tx, { approval: true, quota: 50, now: clock() }));
  const messageId = idOf(await write(4, "confirmOrderDetails", QUESTION));
  await inTenant((tx) => rewriteText(tx, { messageId, text: hidden.text, ring: job.ring }));
  await inTenant((tx) => answerApproval(tx, { messageId, approved: true, now: clock() }), second);
  expect(await ended(4)).toMatchObject([{ state: "refused", endRule: "template_blocked" }]);
  const refusal = (await orderOf(4))?.decisions.find(({ rule }) => rule === "template_blocked");
  expect(JSON.stringify(refusal?.reasons)).toContain("CRIT-04");
  expect(await effects(4)).toEqual([]);
});

it("waits for a second member where the workspace wants that, never for the writer's own word", async () => {
  await inTenant((tx) => setCriticalSettings(tx, { approval: true, quota: 50, now: clock() }));
  const messageId = idOf(await write(5, "confirmOrderDetails", QUESTION));
  expect(await ended(5)).toMatchObject([{ state: "awaiting_approval" }]);
  const answer = { messageId, approved: true };
  await expect(inTenant((tx) => answerApproval(tx, { ...answer, now: clock() }))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  await inTenant((tx) => answerApproval(tx, { ...answer, now: clock() }), second);
  expect(await ended(5)).toMatchObject([{ state: "sent" }]);
  const changed = { messageId, approved: false };
  await expect(inTenant((tx) => answerApproval(tx, { ...changed, now: clock() }), second)).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await inTenant((tx) => setCriticalSettings(tx, { approval: false, quota: 50, now: clock() }));
});

it("a lost answer is unknown, shown, and never repeated; a further message takes a slot of its own", async () => {
  await job.control("POST", "/faults", { kind: "reset", op: "createConfirmOrderDetails", times: 1 });
  await write(6, "confirmOrderDetails", QUESTION);
  expect(await ended(6)).toEqual([{ state: "unknown", endRule: null, slot: "typed:confirmOrderDetails" }]);
  await job.run(clock().add({ hours: 2 }));
  expect(await effects(6)).toHaveLength(1);
  await write(6, "unexpectedProblem", { text: "The parcel cannot leave: your street has no number. Which one is it?" });
  await ended(6);
  await inTenant((tx) => setCriticalSettings(tx, { approval: false, quota: 0, now: clock() }));
  await write(6, "confirmOrderDetails", QUESTION);
  expect(await ended(6)).toMatchObject([
    { state: "unknown" },
    { slot: "typed:unexpectedProblem", state: "sent" },
    { slot: "typed:confirmOrderDetails:2", state: "refused", endRule: "critical_quota" },
  ]);
});
