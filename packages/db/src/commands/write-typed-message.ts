import { AppError } from "@heed/core/errors";
import { BY_HAND_FLOW } from "@heed/core/flow/by-hand";
import { PURPOSE_MEANINGS } from "@heed/core/message/purpose";
import type { TypedContent } from "@heed/core/message/typed-content";
import { nextTypedSlot, TYPED_OPERATIONS, type TypedName } from "@heed/core/message/typed-operation";
import { choiceOf } from "@heed/core/policy/critical-choices";
import type { Reason } from "@heed/core/policy/decision";
import { type Finding, isBlocked } from "@heed/core/policy/finding";
import { judgeTyped } from "@heed/core/policy/judge-typed";
import { rulePack_2026_11_23 as rulePack } from "@heed/core/policy/rule-pack";
import type { Instant } from "@heed/core/time";
import { eq } from "drizzle-orm";
import type { StoreChoice } from "../queries/store-filter.ts";
import { textContext } from "../queries/typed-content.ts";
import { type TypedOrder, typedOrder } from "../queries/typed-order.ts";
import { message } from "../schema/message.ts";
import { tenant } from "../schema/tenant.ts";
import { approval, typedContent } from "../schema/typed.ts";
import { type KeyRing, seal } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { giveFiles, waitingFiles } from "./attachments.ts";
import { dispatchNow } from "./dispatch-now.ts";
import { recordDecision } from "./record-decision.ts";

export interface TypedDraftInput {
  readonly storeId: StoreChoice;
  readonly orderRef: string;
  readonly operation: TypedName;
  readonly content: TypedContent;
  readonly fileIds: readonly string[];
  readonly ring: KeyRing;
  readonly now: Instant;
}

export type Written =
  | { readonly kind: "written"; readonly messageId: string; readonly awaitsApproval: boolean }
  /** The text or a file breaks a rule; nothing was written. */
  | { readonly kind: "blocked"; readonly findings: readonly Finding[] }
  /** The order does not allow the message; nothing was written. */
  | { readonly kind: "refused"; readonly reason: Reason };

interface Draft extends TypedDraftInput {
  readonly target: TypedOrder;
  readonly notes: readonly Reason[];
}

/**
 * One typed message that a person wrote. It is judged here as it is judged again at the moment of sending; what passes is
 * due at once, or waits for a second member where the workspace wants that of critical messages.
 */
export async function writeTypedMessage(tx: TenantDb, input: TypedDraftInput): Promise<Written> {
  const target = await typedOrder(tx, { storeId: input.storeId, ref: input.orderRef });
  if (target === null) throw new AppError("NOT_FOUND", "This order does not exist here.");
  const choice = choiceOf(TYPED_OPERATIONS[input.operation].purpose, {
    ...target,
    actions: target.actions?.names ?? null,
  });
  if (choice.kind !== "message") return { kind: "refused", reason: choice.reason ?? NO_MESSAGE };
  const findings = await judgeDraft(tx, { ...input, target });
  if (isBlocked(findings)) return { kind: "blocked", findings };
  return write(tx, { ...input, target, notes: choice.notes });
}

const NO_MESSAGE: Reason = { rule: "action_not_offered", result: "refused", facts: { slot: null } };

/** Also for the page, while somebody writes. */
export async function judgeDraft(
  tx: TenantDb,
  { target, operation, content, fileIds }: Pick<Draft, "target" | "operation" | "content" | "fileIds">,
): Promise<readonly Finding[]> {
  const files = await waitingFiles(tx, { orderRef: target.ref, ids: fileIds });
  const { orderId, items } = target.order;
  const names = [target.storeName, ...items.map(({ title }) => title)];
  return judgeTyped({ operation: TYPED_OPERATIONS[operation], content, files, orderId, names });
}

async function write(tx: TenantDb, draft: Draft): Promise<Written> {
  const { operation, target, now, fileIds } = draft;
  const { purpose } = TYPED_OPERATIONS[operation];
  const awaitsApproval = PURPOSE_MEANINGS[purpose].critical && (await wantsApproval(tx));
  const [row] = await tx.sql
    .insert(message)
    .values({
      tenantId: tx.tenantId,
      storeId: target.storeId,
      orderRef: target.ref,
      slot: nextTypedSlot(operation, target.slots),
      purpose,
      lane: "typed",
      state: awaitsApproval ? "awaiting_approval" : "planned",
      flowKey: BY_HAND_FLOW.flowKey,
      flowVersion: BY_HAND_FLOW.version,
      stepKey: operation,
      dueAt: now,
      createdAt: now,
    })
    .returning({ messageId: message.id, slot: message.slot });
  if (row === undefined) throw new AppError("INTERNAL", "A typed message was not stored.");
  await writeContent(tx, draft, row.messageId);
  await giveFiles(tx, { messageId: row.messageId, ids: fileIds });
  if (awaitsApproval) await askApproval(tx, row.messageId, now);
  else await dispatchNow(tx, { messageId: row.messageId, now });
  await writeLines(tx, draft, { ...row, awaitsApproval });
  await appendLive(tx, ["messages"], now);
  return { kind: "written", messageId: row.messageId, awaitsApproval };
}

async function wantsApproval(tx: TenantDb): Promise<boolean> {
  const [row] = await tx.sql.select({ wanted: tenant.criticalApproval }).from(tenant).where(eq(tenant.id, tx.tenantId));
  return row?.wanted ?? false;
}

async function writeContent(tx: TenantDb, { content, ring, now }: Draft, messageId: string): Promise<void> {
  const { text, ...rest } = content;
  await tx.sql.insert(typedContent).values({
    ...rest,
    tenantId: tx.tenantId,
    messageId,
    text: text === null ? null : seal(ring, textContext(tx, messageId), text),
    writtenBy: writer(tx),
    writtenAt: now,
  });
}

async function askApproval(tx: TenantDb, messageId: string, now: Instant): Promise<void> {
  await tx.sql.insert(approval).values({ tenantId: tx.tenantId, messageId, askedBy: writer(tx), askedAt: now });
}

/** Only a person writes; our own work never does. */
function writer({ access }: TenantDb): string {
  if (access.userId === null) throw new AppError("FORBIDDEN", "Only a person writes a typed message.");
  return access.userId;
}

interface Stored {
  readonly messageId: string;
  readonly slot: (typeof message.$inferSelect)["slot"];
  readonly awaitsApproval: boolean;
}

/** The ledger tells which opt-out the message passes and why; the audit log tells who wrote it. */
async function writeLines(tx: TenantDb, draft: Draft, { messageId, slot, awaitsApproval }: Stored): Promise<void> {
  const { target, operation, now, notes } = draft;
  const { purpose } = TYPED_OPERATIONS[operation];
  const waits: readonly Reason[] = awaitsApproval
    ? [{ rule: "approval_missing", result: "wait", facts: { approval: "missing" } }]
    : [];
  await recordDecision(tx, {
    storeId: target.storeId,
    orderRef: target.ref,
    messageId,
    at: now,
    decision: {
      ...{ phase: "plan", verdict: "planned", slot, purpose, lane: "typed", rule: null, waitUntil: null },
      rulePack: rulePack.id,
      reasons: [...notes, ...waits],
    },
  });
  await appendAudit(tx, {
    now,
    act: "typed_message.written",
    subject: `message:${messageId}`,
    after: { operation, purpose, awaitsApproval, passesOptOut: notes.length > 0 },
  });
}
