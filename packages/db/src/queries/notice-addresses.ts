import { isDeaf } from "@heed/core/analytics/heard";
import { judgeSilence, type Silence } from "@heed/core/analytics/silence";
import type { Instant } from "@heed/core/time";
import { and, asc, desc, eq, gte, inArray, sql } from "drizzle-orm";
import { storeDay } from "../schema/message.ts";
import { inboundMail, notice } from "../schema/notice.ts";
import { address, store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { heardFacts } from "./heard-facts.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

export interface NoticeAddress {
  readonly id: string;
  readonly storeId: string;
  readonly storeName: string;
  readonly marketplaceId: string;
  readonly localPart: string;
  readonly lastMailAt: Instant | null;
  /** When the first verified notice proved that Amazon writes here. */
  readonly provenAt: Instant | null;
  readonly sent: number;
  readonly refused: number;
  readonly silence: Silence;
  /** Our own test mails do not arrive any more. */
  readonly deaf: boolean;
  readonly testedAt: Instant | null;
  /** What a mailbox that forwards here asked last. */
  readonly forwarding: { readonly at: Instant; readonly code: string | null; readonly link: string | null } | null;
}

interface AddressInput {
  readonly storeId: StoreChoice;
  readonly now: Instant;
}

/** Notices come within days; a month of messages is judged beside the three months before it. */
const LOOKED_AT = 30;
const BEFORE = 90;

export async function noticeAddresses(tx: TenantDb, input: AddressInput): Promise<NoticeAddress[]> {
  const rows = await tx.sql
    .select({ address, storeName: store.name })
    .from(address)
    .innerJoin(store, and(eq(store.tenantId, address.tenantId), eq(store.id, address.storeId)))
    .where(and(eq(address.tenantId, tx.tenantId), eq(address.kind, "notice"), inStore(address.storeId, input.storeId)))
    .orderBy(asc(store.name), asc(address.marketplaceId));
  const counts = await countsByPlace(tx, input);
  const asked = await forwardingRequests(
    tx,
    rows.map((row) => row.address.id),
  );
  return rows.map(({ address: row, storeName }) => {
    const seen = counts.get(`${row.storeId} ${row.marketplaceId}`) ?? NO_COUNTS;
    return {
      ...{ id: row.id, storeId: row.storeId, storeName, marketplaceId: row.marketplaceId, localPart: row.localPart },
      ...{ lastMailAt: row.lastMailAt, provenAt: row.provenAt, sent: seen.sent, refused: seen.refused },
      silence: judgeSilence(seen),
      ...{ deaf: isDeaf(heardFacts(row), input.now), testedAt: row.testedAt },
      forwarding: asked.get(row.id) ?? null,
    };
  });
}

const NO_COUNTS = { sent: 0, refused: 0, before: { sent: 0, refused: 0 } };

async function countsByPlace(tx: TenantDb, { storeId, now }: AddressInput) {
  const today = now.toZonedDateTimeISO("UTC").toPlainDate();
  const recent = today.subtract({ days: LOOKED_AT }).toString();
  const { outcome, day } = storeDay;
  const rows = await tx.sql
    .select({
      storeId: storeDay.storeId,
      marketplaceId: storeDay.marketplaceId,
      outcome,
      recent: sql<boolean>`${day} >= ${recent}`,
      count: sql<number>`sum(${storeDay.count})`.mapWith(Number),
    })
    .from(storeDay)
    .where(
      and(
        eq(storeDay.tenantId, tx.tenantId),
        inStore(storeDay.storeId, storeId),
        gte(day, today.subtract({ days: LOOKED_AT + BEFORE }).toString()),
        eq(storeDay.lane, "email"),
        inArray(outcome, ["sent", "refused_by_buyer"]),
      ),
    )
    // By place: the same comparison with another parameter would be another expression.
    .groupBy(sql`1, 2, 3, 4`);
  const places = Map.groupBy(rows, (row) => `${row.storeId} ${row.marketplaceId}`);
  const sum = (list: typeof rows, what: string, now30: boolean) =>
    list.filter((row) => row.outcome === what && row.recent === now30).reduce((total, row) => total + row.count, 0);
  return new Map(
    [...places].map(([place, list]) => [
      place,
      {
        sent: sum(list, "sent", true),
        refused: sum(list, "refused_by_buyer", true),
        before: { sent: sum(list, "sent", false), refused: sum(list, "refused_by_buyer", false) },
      },
    ]),
  );
}

async function forwardingRequests(tx: TenantDb, addressIds: readonly string[]) {
  if (addressIds.length === 0) return new Map<string, NonNullable<NoticeAddress["forwarding"]>>();
  const rows = await tx.sql
    .select({ addressId: inboundMail.addressId, at: notice.receivedAt, facts: notice.facts })
    .from(notice)
    .innerJoin(inboundMail, and(eq(inboundMail.tenantId, notice.tenantId), eq(inboundMail.id, notice.inboundMailId)))
    .where(
      and(
        eq(notice.tenantId, tx.tenantId),
        inArray(inboundMail.addressId, [...addressIds]),
        sql`(${notice.facts} ? 'forwardingCode' or ${notice.facts} ? 'forwardingLink')`,
      ),
    )
    .orderBy(asc(notice.receivedAt));
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return new Map(
    rows.map(({ addressId, at, facts }) => [
      addressId,
      { at, code: text(facts["forwardingCode"]), link: text(facts["forwardingLink"]) },
    ]),
  );
}

/** Forged notices of the last days: attacks, which changed nothing. */
export async function forgedNotices(
  tx: TenantDb,
  { storeId, now }: AddressInput,
): Promise<{ readonly count: number; readonly last: Instant | null }> {
  const rows = await tx.sql
    .select({ at: notice.receivedAt, all: sql<number>`count(*) over ()`.mapWith(Number) })
    .from(notice)
    .where(
      and(
        eq(notice.tenantId, tx.tenantId),
        inStore(notice.storeId, storeId),
        eq(notice.verification, "forged"),
        gte(notice.receivedAt, now.subtract({ hours: 24 * LOOKED_AT })),
      ),
    )
    .orderBy(desc(notice.receivedAt))
    .limit(1);
  return { count: rows[0]?.all ?? 0, last: rows[0]?.at ?? null };
}
