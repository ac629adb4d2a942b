import { usageOnFailure } from "@heed/core/billing/usage-entry";
import type { EvidenceEffect } from "@heed/core/message/evidence";
import type { MessageState } from "@heed/core/message/message";
import { settlesAt } from "@heed/core/message/settle";
import { maskAlias } from "@heed/core/suppression/alias";
import { type Instant, Temporal } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { suppression } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import { usageEntry } from "../schema/work.ts";
import { type KeyRing, open } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { countDays, dayIn } from "./count-day.ts";
import { countFates, countHours, uncountReached } from "./count-email.ts";
import { judgeSender } from "./sender-health.ts";

/** The message that evidence speaks of, locked, with what its effects need. */
export type EvidenceMessage = NonNullable<Awaited<ReturnType<typeof lockMessage>>>;

export async function lockMessage(tx: TenantDb, messageId: string) {
  const [row] = await tx.sql
    .select({ message, order })
    .from(message)
    .innerJoin(order, and(eq(order.tenantId, message.tenantId), eq(order.id, message.orderRef)))
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, messageId)))
    .for("update", { of: message });
  return row ?? null;
}

export interface EffectInput {
  readonly found: EvidenceMessage;
  readonly effect: EvidenceEffect;
  /** Names the end in the ledger and on the message: the notice's kind or the event. */
  readonly rule: string;
  readonly creditable: boolean;
  readonly noticeId: string | null;
  readonly ring: KeyRing;
  readonly now: Instant;
}

/** Writes what evidence does: state, hold, suppression, pause of the lane, usage; in the caller's transaction. */
export async function applyEffect(tx: TenantDb, input: EffectInput): Promise<void> {
  const { effect } = input;
  if (effect.state !== null) await moveState(tx, input, effect.state);
  if (effect.holdSettling) await setHold(tx, input.found.message.id);
  if (effect.suppress !== null) await suppressBuyer(tx, { ...input, order: input.found.order }, effect.suppress);
  if (effect.suppress === "complaint" || effect.suppress === "hard_bounce") {
    await judgeSender(tx, { storeId: input.found.message.storeId, now: input.now });
  }
  if (effect.pauseEmailLane) await pauseEmailLane(tx, input);
}

async function moveState(tx: TenantDb, input: EffectInput, state: MessageState): Promise<void> {
  const { found, effect, rule, creditable, now } = input;
  const { message: row } = found;
  const sentAt = row.sentAt ?? (row.intent === null ? now : Temporal.Instant.from(row.intent.at));
  const billed = await billedEntry(tx, row.id);
  const entry = usageOnFailure(state, billed !== null, creditable);
  // A refusal that may not credit is still charged: its settle time stays open (settle-messages.ts).
  const settlesLater = state === "sent" || (state === "refused_by_buyer" && !creditable);
  await tx.sql
    .update(message)
    .set({
      state,
      final: effect.final,
      endRule: state === "sent" ? null : rule,
      sentAt,
      settleAt: row.settleAt ?? settlesAt(row.lane, sentAt),
      settledAt: settlesLater ? row.settledAt : (row.settledAt ?? now),
      held: false,
    })
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, row.id)));
  if (entry !== null) {
    await tx.sql
      .insert(usageEntry)
      .values({ tenantId: tx.tenantId, messageId: row.id, ...entry, at: now, metered: billed?.metered ?? false })
      .onConflictDoNothing();
  }
  await countState(tx, input, { state, sentAt });
}

/** A credit goes where its charge went: to Stripe's meter, or nowhere. */
async function billedEntry(tx: TenantDb, messageId: string): Promise<{ readonly metered: boolean } | null> {
  const [row] = await tx.sql
    .select({ metered: usageEntry.metered })
    .from(usageEntry)
    .where(
      and(eq(usageEntry.tenantId, tx.tenantId), eq(usageEntry.messageId, messageId), eq(usageEntry.kind, "reached")),
    );
  return row ?? null;
}

async function countState(
  tx: TenantDb,
  { found }: EffectInput,
  { state, sentAt }: { state: MessageState; sentAt: Instant },
): Promise<void> {
  const {
    message: row,
    order: { marketplaceId },
  } = found;
  const day = dayIn(marketplaceId, sentAt);
  const at = { storeId: row.storeId, marketplaceId, day, lane: row.lane };
  const left = row.state === "reached" || row.state === "unknown" ? [{ ...at, outcome: row.state, count: -1 }] : [];
  // Evidence of a send that we have not recorded as one: it is counted here, and not there.
  const unrecorded = (row.state === "sending" || row.state === "unknown") && state !== "failed";
  const sent = unrecorded ? [{ ...at, outcome: "sent", count: 1 }] : [];
  await countDays(tx, [...left, ...sent, ...(state === "sent" ? [] : [{ ...at, outcome: state, count: 1 }])]);
  if (row.lane === "email") await countEmail(tx, found, { state, sentAt, unrecorded });
}

async function countEmail(
  tx: TenantDb,
  { message: row, order: { marketplaceId } }: EvidenceMessage,
  { state, sentAt, unrecorded }: { state: MessageState; sentAt: Instant; unrecorded: boolean },
): Promise<void> {
  const refused = state === "refused_by_buyer";
  const hour = { storeId: row.storeId, marketplaceId, sentAt };
  await countHours(tx, { ...hour, sent: unrecorded ? 1 : 0, refused: refused ? 1 : 0 });
  if (row.state === "reached") await uncountReached(tx, row.id);
  if (refused) await countFates(tx, [row.id]);
}

async function setHold(tx: TenantDb, messageId: string): Promise<void> {
  await tx.sql
    .update(message)
    .set({ held: true })
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, messageId), eq(message.state, "sent")));
}

const REASONS = {
  opt_out: "opted_out",
  hard_bounce: "hard_bounce",
  complaint: "complaint",
  provider: "provider",
} as const;

export interface SuppressInput {
  readonly order: EvidenceMessage["order"];
  readonly noticeId: string | null;
  readonly ring: KeyRing;
  readonly now: Instant;
}

/** Without a key (the alias was never known) there is nobody to remember. */
export async function suppressBuyer(
  tx: TenantDb,
  { order: row, noticeId, ring, now }: SuppressInput,
  what: keyof typeof REASONS,
): Promise<void> {
  if (row.buyerKey === null || row.buyerKeyId === null) return;
  await lockOrdersOf(tx, { storeId: row.storeId, buyerKey: row.buyerKey });
  const context = { table: "order", column: "alias", tenantId: tx.tenantId, rowId: row.id };
  const masked = row.alias === null ? "(erased)" : maskAlias(open(ring, context, row.alias));
  await tx.sql
    .insert(suppression)
    .values({
      tenantId: tx.tenantId,
      storeId: row.storeId,
      buyerKey: row.buyerKey,
      buyerKeyId: row.buyerKeyId,
      masked,
      reason: REASONS[what],
      at: now,
      noticeId,
      orderRef: row.id,
    })
    .onConflictDoUpdate({
      target: [suppression.tenantId, suppression.storeId, suppression.buyerKey, suppression.reason],
      set: { at: now, noticeId, orderRef: row.id, liftedAt: null },
    });
}

/** Waits for claims under way for this buyer, and makes later ones see the refusal (`lockFacts`). */
async function lockOrdersOf(tx: TenantDb, { storeId, buyerKey }: { storeId: string; buyerKey: Uint8Array }) {
  await tx.sql
    .select({ id: order.id })
    .from(order)
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), eq(order.buyerKey, buyerKey)))
    .orderBy(order.id)
    .for("no key update");
}

async function pauseEmailLane(tx: TenantDb, { found, now }: EffectInput): Promise<void> {
  await tx.sql
    .update(store)
    .set({ restrictedAt: now, restrictedUntil: null })
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, found.message.storeId)));
}
