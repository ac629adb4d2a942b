import { AppError } from "@heed/core/errors";
import type { Purpose } from "@heed/core/message/message";
import { choiceOf } from "@heed/core/policy/critical-choices";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import type { StoreChoice } from "../queries/store-filter.ts";
import { typedOrder } from "../queries/typed-order.ts";
import { task } from "../schema/typed.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";

export interface NewTask {
  readonly storeId: StoreChoice;
  readonly orderRef: string;
  readonly purpose: Purpose;
  readonly now: Instant;
}

/** What no message of ours can carry: somebody does it in Seller Central. One open task for an order and purpose. */
export async function openTask(tx: TenantDb, { storeId, orderRef, purpose, now }: NewTask): Promise<void> {
  const target = await typedOrder(tx, { storeId, ref: orderRef });
  const { userId } = tx.access;
  if (target === null || userId === null) throw new AppError("NOT_FOUND", "This order does not exist here.");
  const choice = choiceOf(purpose, { ...target, actions: target.actions?.names ?? null });
  if (choice.kind !== "task") throw new AppError("PRECONDITION_FAILED", "This needs no task in Seller Central.");
  const rows = await tx.sql
    .insert(task)
    .values({ tenantId: tx.tenantId, storeId: target.storeId, orderRef, purpose, createdBy: userId, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: task.id });
  for (const { id } of rows)
    await appendAudit(tx, { now, act: "task.opened", subject: `task:${id}`, after: { purpose } });
  await appendLive(tx, ["messages"], now);
}

export interface TaskEnd {
  readonly taskId: string;
  readonly state: "done" | "dropped";
  readonly now: Instant;
}

/** Closed the same way again, it stays as it is. @throws AppError NOT_FOUND */
export async function closeTask(tx: TenantDb, { taskId, state, now }: TaskEnd): Promise<void> {
  const [found] = await tx.sql
    .select({ state: task.state })
    .from(task)
    .where(and(eq(task.tenantId, tx.tenantId), eq(task.id, taskId)))
    .for("update");
  if (found === undefined) throw new AppError("NOT_FOUND", "This task does not exist here.");
  if (found.state === state) return;
  await tx.sql
    .update(task)
    .set({ state, closedBy: tx.access.userId, closedAt: now })
    .where(and(eq(task.tenantId, tx.tenantId), eq(task.id, taskId)));
  await appendAudit(tx, { now, act: `task.${state}`, subject: `task:${taskId}` });
  await appendLive(tx, ["messages"], now);
}
