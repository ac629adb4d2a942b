import type { Decision } from "@heed/core/policy/decision";
import { repeats } from "@heed/core/policy/ledger-line";
import type { Instant } from "@heed/core/time";
import { and, desc, eq } from "drizzle-orm";
import { decision } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface LedgerLine {
  readonly storeId: string;
  readonly orderRef: string;
  readonly messageId: string | null;
  readonly decision: Decision;
  readonly at: Instant;
}

/** Appends to the ledger; lines are never changed. A wait that goes on for the same rule is one line, not one a look. */
export async function recordDecision(tx: TenantDb, { decision: line, ...where }: LedgerLine): Promise<void> {
  if (line.verdict === "wait" && repeats(await lastLine(tx, where.orderRef), line)) return;
  await tx.sql.insert(decision).values({ ...line, reasons: [...line.reasons], ...where, tenantId: tx.tenantId });
}

async function lastLine(tx: TenantDb, orderRef: string): Promise<Decision | null> {
  const [row] = await tx.sql
    .select()
    .from(decision)
    .where(and(eq(decision.tenantId, tx.tenantId), eq(decision.orderRef, orderRef)))
    .orderBy(desc(decision.id))
    .limit(1);
  return row ?? null;
}
