import type { Intent } from "@heed/core/message/intent";
import type { Classification, Verification } from "@heed/core/notice/notice";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { applyNotice } from "../commands/apply-notice.ts";
import { claimMessage } from "../commands/claim-message.ts";
import { ingestOrders } from "../commands/ingest-orders.ts";
import { recordOutcome } from "../commands/record-outcome.ts";
import { message } from "../schema/message.ts";
import { inboundMail } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import { address } from "../schema/store.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { incomingOrder, type ReadyStore, TEST_RING } from "./demo-store.ts";
import { TEST_NOW } from "./factories.ts";

export const ALIAS = "abcdefgh1234567@marketplace.amazon.com";

export const INTENT: Intent = {
  lane: "email",
  at: TEST_NOW.toString(),
  templateKey: "review-request",
  templateVersion: 1,
  language: "en",
  payloadHash: "00",
  idempotencyKey: "k",
};

export const OPTED_OUT: Classification = {
  kind: "opted_out",
  orderId: null,
  language: "en",
  pattern: "en-opted-out",
  status: null,
  confidence: 0.99,
};

export interface ReceivedNotice {
  readonly classification: Classification;
  readonly verification?: Verification;
  readonly at?: Instant;
}

/** What happens to orders, one step at a time, as tests tell it. */
export function orderSteps(db: () => Db) {
  const within = <T>({ access }: ReadyStore, fn: (tx: TenantDb) => Promise<T>): Promise<T> =>
    withTenant(db(), access, fn);

  const ingest = (place: ReadyStore, incoming: ReturnType<typeof incomingOrder>[], now = TEST_NOW) =>
    within(place, (tx) => ingestOrders(tx, { storeId: place.storeId, incoming, ring: TEST_RING, now }));

  const messageOf = (place: ReadyStore, orderId: string) =>
    within(place, async (tx) => {
      const [row] = await tx.sql
        .select({ message })
        .from(message)
        .innerJoin(order, and(eq(order.tenantId, message.tenantId), eq(order.id, message.orderRef)))
        .where(and(eq(message.tenantId, tx.tenantId), eq(order.orderId, orderId)));
      if (row === undefined) throw new Error("no message");
      return row.message;
    });

  /** An order whose review e-mail has gone out. */
  const sentEmail = async (place: ReadyStore, alias = ALIAS) => {
    const incoming = incomingOrder({}, alias);
    await ingest(place, [incoming]);
    const { id, planVersion } = await messageOf(place, incoming.order.orderId);
    const claim = { messageId: id, planVersion, lane: "email", intent: INTENT, now: TEST_NOW } as const;
    await within(place, (tx) => claimMessage(tx, claim));
    const outcome = { kind: "sent", providerId: "e1", settleAt: TEST_NOW.add({ hours: 72 }) } as const;
    await within(place, (tx) => recordOutcome(tx, { messageId: id, outcome, now: TEST_NOW }));
    return { id, orderId: incoming.order.orderId };
  };

  /** A mail at the store's notice address, an hour after the send unless told otherwise. */
  const receiveNotice = (place: ReadyStore, judged: ReceivedNotice) =>
    within(place, async (tx) => {
      const [home] = await tx.sql.select({ id: address.id }).from(address).where(eq(address.kind, "notice"));
      const now = judged.at ?? TEST_NOW.add({ hours: 1 });
      const mail = { tenantId: tx.tenantId, addressId: home?.id ?? "", providerId: crypto.randomUUID() };
      const [row] = await tx.sql
        .insert(inboundMail)
        .values({ ...mail, receivedAt: now, state: "read" })
        .returning({ id: inboundMail.id });
      const common = { storeId: place.storeId, inboundMailId: row?.id ?? "", text: "…", ring: TEST_RING };
      return applyNotice(tx, { ...common, receivedAt: now, now, verification: "verified", ...judged });
    });

  return { within, ingest, messageOf, sentEmail, receiveNotice };
}
