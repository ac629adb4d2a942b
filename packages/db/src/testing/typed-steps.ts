import { BY_HAND_FLOW } from "@heed/core/flow/by-hand";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { suppressBuyer } from "../commands/apply-effect.ts";
import { textContext } from "../queries/typed-content.ts";
import { order } from "../schema/order.ts";
import { approval, orderActions, task, typedContent } from "../schema/typed.ts";
import { type KeyRing, seal } from "../seal.ts";
import { type Access, type TenantDb, withTenant } from "../tenant-db.ts";
import { createMember, createMessage, TEST_NOW } from "./factories.ts";

interface Refusal {
  readonly orderRef: string;
  readonly ring: KeyRing;
  readonly now: Instant;
  readonly as?: "opt_out" | "complaint";
}

/** The order's buyer has opted out, or complained, as a notice would say. */
export async function optOutBuyer(tx: TenantDb, { orderRef, ring, now, as = "opt_out" }: Refusal) {
  const [row] = await tx.sql
    .select()
    .from(order)
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.id, orderRef)));
  if (row === undefined) throw new Error("There is no such order.");
  await suppressBuyer(tx, { order: row, noticeId: null, ring, now }, as);
}

/** Changes the text of a message behind the back of the command that judged it. */
export async function rewriteText(
  tx: TenantDb,
  { messageId, text, ring }: { messageId: string; text: string; ring: KeyRing },
) {
  await tx.sql
    .update(typedContent)
    .set({ text: seal(ring, textContext(tx, messageId), text) })
    .where(and(eq(typedContent.tenantId, tx.tenantId), eq(typedContent.messageId, messageId)));
}

interface TypedPlace {
  readonly access: Access;
  readonly storeId: string;
  readonly orderRef: string;
}

/** What Amazon allows for the order, a critical message that waits for a second member, and a task; the writer is nobody's actor. */
export async function createTyped(db: Db, place: TypedPlace): Promise<{ approvalId: string; taskId: string }> {
  const { orderRef, storeId } = place;
  const writer = await createMember(db, place.access);
  const values = { slot: "typed:unexpectedProblem", purpose: "order_problem", lane: "typed" } as const;
  const byHand = { flowKey: BY_HAND_FLOW.flowKey, stepKey: "unexpectedProblem", state: "awaiting_approval" } as const;
  const messageId = await createMessage(db, place, { ...values, ...byHand });
  return withTenant(db, place.access, async (tx) => {
    const { tenantId } = tx;
    await tx.sql.insert(orderActions).values({
      tenantId,
      orderRef,
      askedAt: TEST_NOW,
      readAt: TEST_NOW,
      actions: ["unexpectedProblem"],
      locale: "en-US",
    });
    await tx.sql
      .insert(typedContent)
      .values({ tenantId, messageId, language: "en", writtenBy: writer, writtenAt: TEST_NOW });
    await tx.sql.insert(approval).values({ tenantId, messageId, askedBy: writer, askedAt: TEST_NOW });
    const [made] = await tx.sql
      .insert(task)
      .values({ tenantId, storeId, orderRef, purpose: "address_issue", createdBy: writer, createdAt: TEST_NOW })
      .returning({ id: task.id });
    return { approvalId: messageId, taskId: made?.id ?? "" };
  });
}
