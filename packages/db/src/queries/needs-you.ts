import { isNearlyFull } from "@heed/core/policy/daily-cap";
import type { Instant } from "@heed/core/time";
import { and, count, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { notice } from "../schema/notice.ts";
import { approval, task } from "../schema/typed.ts";
import type { TenantDb } from "../tenant-db.ts";
import { capUse } from "./cap-use.ts";
import { dailyCapOf } from "./daily-cap.ts";
import { noticeAddresses } from "./notice-addresses.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";
import { listStores, type StoreSummary } from "./stores.ts";

export type CountedNeed = "notice_review" | "approval_waiting" | "task_open" | "message_unknown";

export type NeedsYou = { readonly kind: CountedNeed; readonly count: number } | StoreNeed | AddressNeed | CapNeed;

/** Four fifths of the day's proactive messages are used. */
export interface CapNeed {
  readonly kind: "daily_cap_near";
  readonly storeId: string;
  readonly storeName: string;
  readonly sent: number;
  readonly cap: number;
}

/** Notices that do not come: too few for what was sent, or our own test mails are lost. */
export interface AddressNeed {
  readonly kind: "address_silent" | "address_deaf";
  readonly storeId: string;
  readonly storeName: string;
  readonly marketplaceId: string;
}

export interface StoreNeed {
  readonly kind: "store_reauthorise" | "store_restricted" | "sender_stopped" | "sender_not_proven";
  readonly storeId: string;
  readonly storeName: string;
  readonly marketplaceId?: string;
}

export interface Today {
  /** Over the last 24 hours. */
  readonly sent: number;
  /** Planned and due within 24 hours. */
  readonly waiting: number;
  /** Notices of the last 24 hours. */
  readonly refusedByBuyer: number;
  readonly needsYou: number;
}

interface Input {
  readonly storeId: StoreChoice;
  readonly now: Instant;
}

const DAY = { hours: 24 };

/** What waits for a person, most urgent first; nothing with a count of zero. */
export async function needsYou(tx: TenantDb, { storeId, now }: Input): Promise<NeedsYou[]> {
  const stores = (await listStores(tx)).filter(({ id }) => storeId === "all" || id === storeId);
  const counted: NeedsYou[] = [];
  for (const kind of COUNTED) {
    const n = await COUNTS[kind](tx, storeId);
    if (n > 0) counted.push({ kind, count: n });
  }
  const addresses = await addressNeeds(tx, { storeId, now });
  return [...stores.flatMap(storeNeeds), ...addresses, ...(await capNeeds(tx, stores, now)), ...counted];
}

async function addressNeeds(tx: TenantDb, input: Input): Promise<AddressNeed[]> {
  const addresses = await noticeAddresses(tx, input);
  return addresses.flatMap(({ storeId, storeName, marketplaceId, silence, deaf }): AddressNeed[] => {
    const at = { storeId, storeName, marketplaceId };
    if (deaf) return [{ kind: "address_deaf", ...at }];
    return silence.alarm ? [{ kind: "address_silent", ...at }] : [];
  });
}

/** Only stores that send e-mails can reach the cap. */
async function capNeeds(tx: TenantDb, stores: readonly StoreSummary[], now: Instant): Promise<CapNeed[]> {
  const needs: CapNeed[] = [];
  for (const { id: storeId, name: storeName, marketplaces } of stores) {
    if (!marketplaces.some(({ emailLane }) => emailLane)) continue;
    const { sentLastDay: sent } = await capUse(tx, storeId, now);
    const cap = sent === 0 ? 0 : await dailyCapOf(tx, { storeId, now });
    if (sent > 0 && isNearlyFull({ sent, cap })) needs.push({ kind: "daily_cap_near", storeId, storeName, sent, cap });
  }
  return needs;
}

function storeNeeds(store: StoreSummary): StoreNeed[] {
  const at = { storeId: store.id, storeName: store.name };
  const unproven = store.marketplaces.filter(({ emailLane, senderState }) => emailLane && senderState !== "proven");
  return [
    ...(store.authorisation === "revoked" ? [{ kind: "store_reauthorise" as const, ...at }] : []),
    ...(store.restricted ? [{ kind: "store_restricted" as const, ...at }] : []),
    ...(store.senderStopped ? [{ kind: "sender_stopped" as const, ...at }] : []),
    ...unproven.map(({ marketplaceId }) => ({ kind: "sender_not_proven" as const, ...at, marketplaceId })),
  ];
}

const COUNTED = ["notice_review", "approval_waiting", "task_open", "message_unknown"] as const;

/** Each by a partial index of what is open, however much there was before. */
const COUNTS: Readonly<Record<CountedNeed, (tx: TenantDb, storeId: StoreChoice) => Promise<number>>> = {
  notice_review: (tx, storeId) =>
    tx.sql.$count(
      notice,
      and(eq(notice.tenantId, tx.tenantId), inStore(notice.storeId, storeId), sql`${notice.effect} = 'needs_review'`),
    ),
  approval_waiting: countApprovals,
  task_open: (tx, storeId) =>
    tx.sql.$count(
      task,
      and(eq(task.tenantId, tx.tenantId), inStore(task.storeId, storeId), sql`${task.state} = 'open'`),
    ),
  message_unknown: (tx, storeId) =>
    tx.sql.$count(
      message,
      and(eq(message.tenantId, tx.tenantId), inStore(message.storeId, storeId), sql`${message.state} = 'unknown'`),
    ),
};

async function countApprovals(tx: TenantDb, storeId: StoreChoice): Promise<number> {
  const [row] = await tx.sql
    .select({ n: count() })
    .from(approval)
    .innerJoin(message, and(eq(message.tenantId, approval.tenantId), eq(message.id, approval.messageId)))
    .where(
      and(
        eq(approval.tenantId, tx.tenantId),
        isNull(approval.answeredAt),
        eq(message.state, "awaiting_approval"),
        inStore(message.storeId, storeId),
      ),
    );
  return row?.n ?? 0;
}

/** The strip on top of the overview. */
export async function today(tx: TenantDb, input: Input & { readonly needsYou: readonly NeedsYou[] }): Promise<Today> {
  const { storeId, now } = input;
  const mine = and(eq(message.tenantId, tx.tenantId), inStore(message.storeId, storeId));
  const sent = await tx.sql.$count(message, and(mine, gte(message.sentAt, now.subtract(DAY))));
  const soon = and(mine, sql`${message.state} = 'planned'`, lt(message.dueAt, now.add(DAY)));
  const [refused] = await tx.sql
    .select({ n: count() })
    .from(notice)
    .where(
      and(
        eq(notice.tenantId, tx.tenantId),
        inStore(notice.storeId, storeId),
        gte(notice.receivedAt, now.subtract(DAY)),
        eq(notice.kind, "opted_out"),
        eq(notice.effect, "applied"),
      ),
    );
  return {
    sent,
    waiting: await tx.sql.$count(message, soon),
    refusedByBuyer: refused?.n ?? 0,
    needsYou: input.needsYou.reduce((sum, entry) => sum + ("count" in entry ? entry.count : 1), 0),
  };
}
