import type { Intent } from "@heed/core/message/intent";
import type { BuyerFacts, SendFacts } from "@heed/core/policy/facts";
import type { Instant } from "@heed/core/time";
import { and, eq, ne } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { order, orderItem } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";
import { buyerFacts } from "./buyer-facts.ts";
import { capUse } from "./cap-use.ts";
import { capTurn, dailyCapOf } from "./daily-cap.ts";
import { knownColumns, type StoredMessage } from "./known-messages.ts";
import { orderFromRow } from "./order-rows.ts";
import { withProbe } from "./probe-facts.ts";
import { sendingAllowance } from "./sending-allowance.ts";
import { storeFacts } from "./store-facts.ts";
import { pinnedFlow } from "./store-flows.ts";
import { typedFacts } from "./typed-facts.ts";

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
  const use = await capFacts(tx, { storeId: row.storeId, messageId, now });
  const typed = known.slot === "proactive" ? {} : await typedFacts(tx, { messageId, now });
  return {
    message: { ...known, storeId: row.storeId, intent: row.intent, stillOffered: row.stillOffered },
    orderRef,
    facts: {
      order: orderFromRow(row.order, row.items),
      store: { ...(await storeFacts(tx, row.storeId)), dailyCap: use.dailyCap },
      buyer: await mailedBuyer(tx, row, now),
      ...(await pinnedFlow(tx, known)),
      others: await otherMessages(tx, orderRef, messageId),
      ...use.facts,
      ...typed,
      ...(await entitlementFacts(tx, now)),
    },
    sealedAlias: row.order.alias,
    buyerKey: row.order.buyerKey,
  };
}

/** The cap as it is today, and the message's own place in the line while it is full. */
async function capFacts(
  tx: TenantDb,
  { storeId, messageId, now }: SendWorkInput & { readonly storeId: string },
): Promise<{ readonly dailyCap: number; readonly facts: Awaited<ReturnType<typeof capUse>> }> {
  const [use, cap] = [await capUse(tx, storeId, now), await dailyCapOf(tx, { storeId, now })];
  if (use.sentLastDay < cap || cap === 0) return { dailyCap: cap, facts: use };
  const turn = await capTurn(tx, { storeId, messageId, cap, now });
  return { dailyCap: cap, facts: { ...use, capFreesAt: turn ?? use.capFreesAt } };
}

/** Only e-mail may try a buyer who refused again; typed messages keep to the refusal. */
async function mailedBuyer(
  tx: TenantDb,
  { known, order: row }: { readonly known: { readonly lane: string }; readonly order: typeof order.$inferSelect },
  now: Instant,
): Promise<BuyerFacts> {
  const buyer = await buyerFacts(tx, row);
  const { storeId, buyerKey } = row;
  return known.lane === "email" ? withProbe(tx, buyer, { storeId, buyerKey, now }) : buyer;
}

async function entitlementFacts(tx: TenantDb, now: Instant): Promise<Pick<SendFacts, "entitled" | "notEntitled">> {
  const notEntitled = await sendingAllowance(tx, now);
  return { entitled: notEntitled === null, notEntitled };
}

async function otherMessages(tx: TenantDb, orderRef: string, messageId: string): Promise<StoredMessage[]> {
  const rows = await tx.sql
    .select(knownColumns)
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.orderRef, orderRef), ne(message.id, messageId)));
  return rows.map(({ orderRef: _ref, ...known }) => known);
}
