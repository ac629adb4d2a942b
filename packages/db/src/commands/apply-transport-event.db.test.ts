import { parseResendEvent } from "@heed/core/notice/resend-event";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { decision } from "../schema/message.ts";
import { suppression } from "../schema/notice.ts";
import { createReadyStore, TEST_RING } from "../testing/demo-store.ts";
import { TEST_NOW as NOW } from "../testing/factories.ts";
import { orderSteps } from "../testing/order-steps.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { applyTransportEvent } from "./apply-transport-event.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const { within, messageOf, sentEmail } = orderSteps(() => base.db);

/** As Resend writes it; fields that Heed does not read are left in. */
function body(type: string, data: object): string {
  return JSON.stringify({
    type,
    created_at: NOW.toString(),
    data: { email_id: "e1", created_at: NOW.toString(), from: "a@b.example", to: ["c@d.example"], ...data },
  });
}

const bounce = (type: string) => ({ bounce: { type, subType: "General", message: "…" } });

it.each([
  ["email.delivered", {}, { state: "sent", final: false }, null, null],
  ["email.delivery_delayed", {}, { state: "sent", final: false }, null, "delivery_delayed"],
  ["email.bounced", bounce("Permanent"), { state: "bounced", final: false }, "hard_bounce", "bounced_hard"],
  ["email.bounced", bounce("Transient"), { state: "sent", final: false }, null, "bounced_soft"],
  ["email.bounced", bounce("Undetermined"), { state: "sent", final: false }, null, "bounced_soft"],
  ["email.complained", {}, { state: "sent", final: false }, "complaint", "complained"],
  [
    "email.suppressed",
    { suppressed: { message: "…", type: "OnAccountSuppressionList" } },
    { state: "suppressed", final: false },
    "provider",
    "suppressed",
  ],
  ["email.failed", { failed: { reason: "reached_daily_quota" } }, { state: "failed", final: true }, null, "failed"],
] as const)("%s %j about a sent e-mail", async (...[type, data, state, remembered, told]) => {
  const place = await createReadyStore(base.db, { emailLane: true });
  const { id, orderId } = await sentEmail(place);
  const parsed = parseResendEvent(body(type, data));
  if (parsed.kind !== "event" || parsed.event.type === "email.received") throw new Error("not an event of a mail");
  const { event } = parsed;
  await within(place, (tx) => applyTransportEvent(tx, { messageId: id, event, ring: TEST_RING, now: NOW }));
  expect(await messageOf(place, orderId)).toMatchObject(state);
  const kept = await within(place, (tx) => tx.sql.select().from(suppression));
  expect(kept.map(({ reason }) => reason)).toEqual(remembered === null ? [] : [remembered]);
  const lines = await within(place, (tx) => tx.sql.select().from(decision).where(eq(decision.messageId, id)));
  const outcomes = lines.filter(
    ({ verdict, reasons }) => verdict === "outcome" && reasons.some(({ facts }) => "after" in facts),
  );
  expect(outcomes.map(({ rule }) => rule)).toEqual(told === null ? [] : [told]);
});
