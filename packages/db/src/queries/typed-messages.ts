import type { MessageState, Purpose } from "@heed/core/message/message";
import type { Instant } from "@heed/core/time";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { memberEmails } from "../identity/member-emails.ts";
import { message } from "../schema/message.ts";
import { order } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import { approval, attachment, typedContent } from "../schema/typed.ts";
import { type KeyRing, open } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { type Cursor, type PageInput, readPlan, toPage } from "./keyset.ts";
import type { OrderLink } from "./notices.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";
import { textContext } from "./typed-content.ts";

export interface TypedRow {
  readonly id: string;
  readonly at: Instant;
  readonly storeName: string;
  readonly order: OrderLink;
  readonly purpose: Purpose;
  readonly state: MessageState;
  readonly endRule: string | null;
  readonly sentAt: Instant | null;
  /** Null once it is erased, or where the message has no text. */
  readonly text: string | null;
  readonly files: readonly string[];
  readonly writtenBy: Writer;
  readonly approval: { readonly approved: boolean | null; readonly by: string | null } | null;
}

export interface Writer {
  readonly userId: string;
  readonly email: string;
}

export interface TypedListInput extends PageInput {
  readonly storeId: StoreChoice;
  /** Only what waits for a second member. */
  readonly waiting: boolean;
  readonly ring: KeyRing;
}

export interface TypedPage {
  readonly messages: readonly TypedRow[];
  readonly newer: Cursor | null;
  readonly older: Cursor | null;
}

/** Typed messages that persons wrote, newest first. */
export async function listTypedMessages(tx: TenantDb, input: TypedListInput): Promise<TypedPage> {
  const { backwards, fetch, from } = readPlan(input);
  const { id, createdAt: at } = message;
  const direction = backwards ? asc : desc;
  const beyond = from && sql`(${at}, ${id}) ${sql.raw(backwards ? ">" : "<")} (${from.at.toString()}, ${from.id})`;
  const found = await tx.sql
    .select({ id, at })
    .from(message)
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        sql`${message.lane} = 'typed'`,
        inStore(message.storeId, input.storeId),
        input.waiting ? eq(message.state, "awaiting_approval") : undefined,
        beyond ?? undefined,
      ),
    )
    .orderBy(direction(at), direction(id))
    .limit(fetch);
  const page = toPage(found, input, (row) => row);
  const messages = await typedRows(tx, { ids: page.rows.map((row) => row.id), ring: input.ring });
  return { messages, newer: page.newer, older: page.older };
}

async function typedRows(tx: TenantDb, { ids, ring }: { ids: readonly string[]; ring: KeyRing }): Promise<TypedRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql
    .select({
      message,
      content: typedContent,
      approval,
      orderId: order.orderId,
      marketplaceId: order.marketplaceId,
      storeName: store.name,
    })
    .from(message)
    .innerJoin(order, and(eq(order.tenantId, message.tenantId), eq(order.id, message.orderRef)))
    .innerJoin(store, and(eq(store.tenantId, message.tenantId), eq(store.id, message.storeId)))
    .innerJoin(typedContent, and(eq(typedContent.tenantId, message.tenantId), eq(typedContent.messageId, message.id)))
    .leftJoin(approval, and(eq(approval.tenantId, message.tenantId), eq(approval.messageId, message.id)))
    .where(and(eq(message.tenantId, tx.tenantId), inArray(message.id, [...ids])))
    .orderBy(desc(message.createdAt), desc(message.id));
  const files = await filesOf(tx, ids);
  const persons = rows.flatMap((row) => [row.content.writtenBy, row.approval?.answeredBy ?? []].flat());
  const emails = await memberEmails(tx, persons);
  return rows.map(({ message: row, content, approval: asked, orderId, marketplaceId, storeName }) => ({
    ...{ id: row.id, at: row.createdAt, storeName, purpose: row.purpose, state: row.state },
    ...{ endRule: row.endRule, sentAt: row.sentAt },
    order: { ref: row.orderRef, orderId, marketplaceId },
    text: content.text === null ? null : open(ring, textContext(tx, row.id), content.text),
    files: files.get(row.id) ?? [],
    writtenBy: { userId: content.writtenBy, email: emails.get(content.writtenBy) ?? "a former member" },
    approval: asked && { approved: asked.approved, by: emails.get(asked.answeredBy ?? "") ?? null },
  }));
}

async function filesOf(tx: TenantDb, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.sql
    .select({ messageId: attachment.messageId, fileName: attachment.fileName })
    .from(attachment)
    .where(and(eq(attachment.tenantId, tx.tenantId), inArray(attachment.messageId, [...ids])))
    .orderBy(asc(attachment.id));
  const found = new Map<string, string[]>();
  for (const { messageId, fileName } of rows) {
    if (messageId !== null) found.set(messageId, [...(found.get(messageId) ?? []), fileName]);
  }
  return found;
}
