import { createHash } from "node:crypto";
import { AppError } from "@heed/core/errors";
import type { RefusalLine } from "@heed/core/notice/refusal-list";
import type { Instant } from "@heed/core/time";
import { and, asc, eq, isNull } from "drizzle-orm";
import { inboundMail, suppression } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import { address } from "../schema/store.ts";
import { type KeyRing, seal } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendEvents } from "./append-outbox.ts";
import { applyNotice } from "./apply-notice.ts";

export interface Upload {
  readonly storeId: string;
  readonly now: Instant;
  readonly ring: KeyRing;
}

/** Stores mails that a member handed in; they are read like received ones. A mail that came before is left out. */
export async function uploadMails(
  tx: TenantDb,
  { storeId, now, ring, mails }: Upload & { readonly mails: readonly Uint8Array[] },
): Promise<{ readonly taken: number; readonly known: number }> {
  const addressId = await noticeAddress(tx, storeId);
  const ids: string[] = [];
  for (const raw of mails) {
    const id = await storeUpload(tx, { addressId, raw, now, ring });
    if (id !== null) ids.push(id);
  }
  await appendEvents(
    tx,
    ids.map((inboundMailId) => ({ name: "notice/received", data: { tenantId: tx.tenantId, inboundMailId } })),
    now,
  );
  await appendAudit(tx, { now, act: "notice.uploaded", subject: `store:${storeId}`, after: { mails: ids.length } });
  return { taken: ids.length, known: mails.length - ids.length };
}

interface UploadedMail {
  readonly addressId: string;
  readonly raw: Uint8Array;
  readonly now: Instant;
  readonly ring: KeyRing;
}

async function storeUpload(tx: TenantDb, { addressId, raw, now, ring }: UploadedMail): Promise<string | null> {
  const hash = createHash("sha256").update(raw).digest();
  const providerId = `upload:${hash.toString("hex")}`;
  const mail = { tenantId: tx.tenantId, addressId, providerId, receivedAt: now, uploaded: true };
  const [row] = await tx.sql
    .insert(inboundMail)
    .values({ ...mail, state: "received", rawHash: hash })
    .onConflictDoNothing()
    .returning({ id: inboundMail.id });
  if (row === undefined) return null;
  const context = { table: "inbound_mail", column: "raw", tenantId: tx.tenantId, rowId: row.id };
  await tx.sql
    .update(inboundMail)
    .set({ raw: seal(ring, context, raw) })
    .where(and(eq(inboundMail.tenantId, tx.tenantId), eq(inboundMail.id, row.id)));
  return row.id;
}

async function noticeAddress(tx: TenantDb, storeId: string): Promise<string> {
  const [row] = await tx.sql
    .select({ id: address.id })
    .from(address)
    .where(and(eq(address.tenantId, tx.tenantId), eq(address.storeId, storeId), eq(address.kind, "notice")))
    .orderBy(asc(address.id))
    .limit(1);
  if (row === undefined) throw new AppError("PRECONDITION_FAILED", "This store has no notice address yet.");
  return row.id;
}

/** Applies a list of orders whose buyers refused; a member's word, which suppresses and never credits. */
export async function uploadRefusals(
  tx: TenantDb,
  { storeId, now, ring, lines }: Upload & { readonly lines: readonly RefusalLine[] },
): Promise<{ readonly applied: number; readonly unknown: number; readonly known: number }> {
  const counts = { applied: 0, unknown: 0, known: 0 };
  for (const line of lines) {
    if (await isSuppressed(tx, { storeId, orderId: line.orderId })) {
      counts.known += 1;
      continue;
    }
    const at = line.at !== null && line.at.epochMilliseconds < now.epochMilliseconds ? line.at : now;
    const result = await applyNotice(tx, {
      storeId,
      inboundMailId: null,
      classification: {
        kind: "opted_out",
        orderId: line.orderId,
        language: null,
        pattern: "list",
        status: null,
        confidence: 1,
      },
      verification: "unverified",
      text: "",
      receivedAt: at,
      uploaded: true,
      now,
      ring,
    });
    counts[result?.effect === "applied" ? "applied" : "unknown"] += 1;
  }
  await appendAudit(tx, { now, act: "notice.list_uploaded", subject: `store:${storeId}`, after: counts });
  return counts;
}

async function isSuppressed(
  tx: TenantDb,
  { storeId, orderId }: { storeId: string; orderId: string },
): Promise<boolean> {
  const [row] = await tx.sql
    .select({ id: suppression.id })
    .from(order)
    .innerJoin(
      suppression,
      and(
        eq(suppression.tenantId, order.tenantId),
        eq(suppression.storeId, order.storeId),
        eq(suppression.buyerKey, order.buyerKey),
        eq(suppression.reason, "opted_out"),
        isNull(suppression.liftedAt),
      ),
    )
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), eq(order.orderId, orderId)))
    .limit(1);
  return row !== undefined;
}
