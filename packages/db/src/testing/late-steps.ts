import { REVIEW_REQUEST_FLOW } from "@heed/core/flow/built-in";
import { BY_HAND_FLOW } from "@heed/core/flow/by-hand";
import { TYPED_OPERATIONS, type TypedName } from "@heed/core/message/typed-operation";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { textContext } from "../queries/typed-content.ts";
import { flow, flowVersion } from "../schema/flow.ts";
import { decision, message } from "../schema/message.ts";
import { typedContent } from "../schema/typed.ts";
import { type KeyRing, seal } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";

/** From now on the built-in flow is for orders that are not refunded, at any hour. */
export async function refuseRefunded(tx: TenantDb, now: Instant): Promise<void> {
  const { tenantId } = tx;
  const definition = {
    ...REVIEW_REQUEST_FLOW,
    version: 2,
    condition: { field: "refunded", op: "is", value: false } as const,
    steps: REVIEW_REQUEST_FLOW.steps.map((step) => ({ ...step, sendHours: null })),
  };
  const rows = await tx.sql
    .update(flow)
    .set({ activeVersion: 2 })
    .where(and(eq(flow.tenantId, tenantId), eq(flow.flowKey, definition.flowKey)))
    .returning({ flowId: flow.id });
  for (const { flowId } of rows) {
    await tx.sql.insert(flowVersion).values({ tenantId, flowId, version: 2, definition, createdAt: now });
  }
}

interface TypedStep {
  readonly storeId: string;
  readonly orderRef: string;
  readonly operation: TypedName;
  readonly text: string;
  readonly ring: KeyRing;
  readonly now: Instant;
}

/** A typed message that is due, as if a person had written it. */
export async function planTyped(tx: TenantDb, step: TypedStep): Promise<string> {
  const { storeId, orderRef, operation, text, ring, now } = step;
  const [row] = await tx.sql
    .insert(message)
    .values({
      ...{ tenantId: tx.tenantId, storeId, orderRef, slot: `typed:${operation}`, lane: "typed", state: "planned" },
      ...{ purpose: TYPED_OPERATIONS[operation].purpose, stepKey: operation, dueAt: now, createdAt: now },
      ...{ flowKey: BY_HAND_FLOW.flowKey, flowVersion: BY_HAND_FLOW.version },
    })
    .returning({ id: message.id });
  const messageId = row?.id ?? "";
  await tx.sql.insert(typedContent).values({
    ...{ tenantId: tx.tenantId, messageId, language: "en", writtenBy: messageId, writtenAt: now },
    text: seal(ring, textContext(tx, messageId), text),
  });
  return messageId;
}

export interface SeenEnd {
  readonly state: (typeof message.$inferSelect)["state"];
  readonly planVersion: number;
  readonly endRule: string | null;
  /** Verdicts of the ledger at the moment of sending. */
  readonly verdicts: readonly string[];
}

export async function seeMessage(tx: TenantDb, messageId: string): Promise<SeenEnd> {
  const [row] = await tx.sql
    .select({ state: message.state, planVersion: message.planVersion, endRule: message.endRule })
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, messageId)));
  if (row === undefined) throw new Error("The message is gone.");
  const lines = await tx.sql
    .select({ verdict: decision.verdict })
    .from(decision)
    .where(and(eq(decision.tenantId, tx.tenantId), eq(decision.messageId, messageId), eq(decision.phase, "send")));
  return { ...row, verdicts: lines.map(({ verdict }) => verdict) };
}

/** The order's planned request, with its place. */
export async function plannedOf(
  tx: TenantDb,
  orderRef: string,
): Promise<{ messageId: string; planVersion: number } | null> {
  const [row] = await tx.sql
    .select({ messageId: message.id, planVersion: message.planVersion })
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.orderRef, orderRef), eq(message.state, "planned")));
  return row ?? null;
}
