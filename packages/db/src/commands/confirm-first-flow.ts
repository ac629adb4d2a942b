import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { LOOK_BACK } from "../queries/first-flow.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { askJob } from "./ask-job.ts";
import { ensureBuiltInFlow } from "./built-in-flow.ts";

export interface FirstFlow {
  readonly storeId: string;
  /** Orders bought from the cut-over on, or also those whose window is still open. */
  readonly orders: "new" | "open";
  readonly now: Instant;
}

/** The person has seen what the flow would do: the dry run that a new store begins with ends. */
export async function confirmFirstFlow(tx: TenantDb, { storeId, orders, now }: FirstFlow): Promise<void> {
  const here = and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId));
  const [before] = await tx.sql.select().from(store).where(here).for("update");
  if (before === undefined) throw new AppError("NOT_FOUND", "This store does not exist here.");
  if (before.authorisation !== "active")
    throw new AppError("PRECONDITION_FAILED", "Authorise the store at Amazon first.");
  await ensureBuiltInFlow(tx, now);
  const cutOverAt = orders === "open" ? now.subtract(LOOK_BACK) : before.cutOverAt;
  await tx.sql.update(store).set({ dryRun: false, firstFlowAt: now, cutOverAt }).where(here);
  await askJob(tx, { kind: "replan_store", subject: storeId, now });
  await appendAudit(tx, {
    now,
    act: "store.first_flow_confirmed",
    subject: `store:${storeId}`,
    before: { dryRun: before.dryRun, cutOverAt: before.cutOverAt.toString() },
    after: { dryRun: false, cutOverAt: cutOverAt.toString(), orders },
  });
  await appendLive(tx, ["stores"], now);
}
