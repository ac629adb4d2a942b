import type { Decision } from "@heed/core/policy/decision";
import type { Instant } from "@heed/core/time";
import { decision } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface LedgerLine {
  readonly storeId: string;
  readonly orderRef: string;
  readonly messageId: string | null;
  readonly decision: Decision;
  readonly at: Instant;
}

/** Appends to the ledger; lines are never changed. */
export async function recordDecision(tx: TenantDb, { decision: line, ...where }: LedgerLine): Promise<void> {
  await tx.sql.insert(decision).values({ ...line, reasons: [...line.reasons], ...where, tenantId: tx.tenantId });
}
