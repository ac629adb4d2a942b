import type { Intent } from "@heed/core/message/intent";
import type { BuyerFacts, SendFacts } from "@heed/core/policy/facts";
import { type Instant, Temporal } from "@heed/core/time";
import { and, eq, gte, inArray, isNull, ne, sql } from "drizzle-orm";
import { parseInstant } from "../schema/columns.ts";
import { message } from "../schema/message.ts";
import { suppression } from "../schema/notice.ts";
import { order, orderItem } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";
import { knownColumns, type StoredMessage } from "./known-messages.ts";
import { orderFromRow } from "./order-rows.ts";
import { pinnedFlow, storeFacts } from "./store-facts.ts";

/** Everything about one message that the moment of sending needs; the caller adds template and actions. */
export interface SendWork {
  readonly message: StoredMessage & {
    readonly storeId: string;
    readonly intent: Intent | null;
    readonly stillOffered: number;
  };
  readonly orderRef: string;
  readonly facts: Omit<SendFacts, "template" | "solicitationOffered">;
  readonly sealedAlias: string | null;
  readonly buyerKey: Uint8Array | null;
}

export interface SendWorkInput {
  readonly messageId: string;
  readonly now: Instant;
}

/** Proactive e-mails and non-critical typed messages count against the daily cap; solicitations do not (DESIGN §6). */
const CAP_SPAN = { hours: 24 };

/** @returns null when the message is gone */
export async function loadSendWork(tx: TenantDb, { messageId, now }: SendWorkInput): Promise<SendWork | null> {
  const [row] = await tx.sql
    .select({
      known: knownColumns,
      storeId: message.storeId,
      intent: message.intent,
      stillOffered: message.stillOffered,
      order,
      items: orderItem.items,
    })
    .from(message)
    .innerJoin(order, and(eq(order.tenantId, message.tenantId), eq(order.id, message.orderRef)))
    .innerJoin(orderItem, and(eq(orderItem.tenantId, order.tenantId), eq(orderItem.orderRef, order.id)))
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, messageId)));
  if (row === undefined) return null;
  const { orderRef, ...known } = row.known;
  const cap = await capUse(tx, row.storeId, now);
  return {
    message: { ...known, storeId: row.storeId, intent: row.intent, stillOffered: row.stillOffered },
    orderRef,
    facts: {
      order: orderFromRow(row.order, row.items),
      store: await storeFacts(tx, row.storeId),
      buyer: await buyerFacts(tx, row.order),
      flow: await pinnedFlow(tx, known),
      others: await otherMessages(tx, orderRef, messageId),
      ...cap,
      entitled: true,
    },
    sealedAlias: row.order.alias,
    buyerKey: row.order.buyerKey,
  };
}

async function otherMessages(tx: TenantDb, orderRef: string, messageId: string): Promise<StoredMessage[]> {
  const rows = await tx.sql
    .select(knownColumns)
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.orderRef, orderRef), ne(message.id, messageId)));
  return rows.map(({ orderRef: _ref, ...known }) => known);
}

async function buyerFacts(tx: TenantDb, row: typeof order.$inferSelect): Promise<BuyerFacts> {
  const base = { aliasKnown: row.alias !== null, repeatBuyer: row.repeatBuyer };
  if (row.buyerKey === null) return { ...base, optedOut: null, suppressed: null };
  const rows = await tx.sql
    .select({ reason: suppression.reason, at: suppression.at, noticeId: suppression.noticeId })
    .from(suppression)
    .where(
      and(
        eq(suppression.tenantId, tx.tenantId),
        eq(suppression.storeId, row.storeId),
        eq(suppression.buyerKey, row.buyerKey),
        isNull(suppression.liftedAt),
      ),
    );
  const optedOut = rows.find(({ reason }) => reason === "opted_out");
  const other = rows.find(({ reason }) => reason !== "opted_out");
  return {
    ...base,
    optedOut: optedOut === undefined ? null : { at: optedOut.at, noticeId: optedOut.noticeId },
    suppressed: other === undefined || other.reason === "opted_out" ? null : { at: other.at, reason: other.reason },
  };
}

/** Calls under way and those whose answer is unknown count as well: they took their place when they were claimed. */
async function capUse(
  tx: TenantDb,
  storeId: string,
  now: Instant,
): Promise<{ sentLastDay: number; capFreesAt: Instant | null }> {
  const from = now.subtract(CAP_SPAN);
  const counted = and(
    eq(message.tenantId, tx.tenantId),
    eq(message.storeId, storeId),
    inArray(message.lane, ["email"]),
    eq(message.slot, "proactive"),
  );
  const [sent] = await tx.sql
    .select({ count: sql<string>`count(*)`, oldest: sql<string | null>`min(${message.sentAt})::text` })
    .from(message)
    .where(and(counted, gte(message.sentAt, from)));
  const [underWay] = await tx.sql
    .select({ count: sql<string>`count(*)`, oldest: sql<string | null>`min(${message.claimedAt})::text` })
    .from(message)
    .where(
      and(counted, sql`(${message.state} = 'sending' or ${message.state} = 'unknown')`, gte(message.claimedAt, from)),
    );
  const oldest = [sent?.oldest, underWay?.oldest].flatMap((at) =>
    at == null ? [] : [parseInstant(at).epochMilliseconds],
  );
  return {
    sentLastDay: Number(sent?.count ?? 0) + Number(underWay?.count ?? 0),
    capFreesAt: oldest.length === 0 ? null : Temporal.Instant.fromEpochMilliseconds(Math.min(...oldest)).add(CAP_SPAN),
  };
}
