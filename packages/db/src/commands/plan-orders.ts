import { diffPlan, type PlanDiff } from "@heed/core/flow/diff-plan";
import type { FlowVersion } from "@heed/core/flow/flow";
import { planOrder } from "@heed/core/flow/plan-order";
import type { KnownMessage } from "@heed/core/message/message";
import type { Order } from "@heed/core/order/order";
import type { Decision } from "@heed/core/policy/decision";
import { repeats } from "@heed/core/policy/ledger-line";
import { rulePack_2026_11_23 } from "@heed/core/policy/rule-pack";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, inArray } from "drizzle-orm";
import { messagesOfOrders, type StoredMessage } from "../queries/known-messages.ts";
import { flowsOfStore, type StoreFlow, storeFacts } from "../queries/store-facts.ts";
import { decision, message } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendEvents, appendLive } from "./append-outbox.ts";
import { countDays, type DayCount, dayIn } from "./count-day.ts";

export interface PlannableOrder {
  readonly id: string;
  readonly order: Order;
  readonly aliasKnown: boolean;
  readonly repeatBuyer: boolean;
}

export interface PlanOrdersInput {
  readonly storeId: string;
  readonly orders: readonly PlannableOrder[];
  readonly now: Instant;
}

interface OrderPlan {
  readonly id: string;
  readonly order: Order;
  readonly messages: readonly StoredMessage[];
  readonly diff: PlanDiff;
  readonly decisions: readonly Decision[];
}

/**
 * Plans the messages of a batch of orders of one store and writes the difference: new rows, moved rows
 * (`plan_version` + 1), superseded rows, and a ledger line where the verdict changed.
 * @returns how many messages were newly planned
 */
export async function planOrders(tx: TenantDb, input: PlanOrdersInput): Promise<number> {
  if (input.orders.length === 0) return 0;
  const refs = input.orders.map(({ id }) => id);
  const [store, flows, known, latest] = [
    await storeFacts(tx, input.storeId),
    await flowsOfStore(tx, input.storeId),
    await messagesOfOrders(tx, refs),
    await latestPlanLines(tx, refs),
  ];
  const pack = rulePack_2026_11_23;
  const plans = input.orders.map(({ id, order, aliasKnown, repeatBuyer }): OrderPlan => {
    const messages = known.get(id) ?? [];
    const facts = { order, store, aliasKnown, repeatBuyer, flows: flowsFor(flows, messages), known: messages };
    const result = planOrder({ ...facts, now: input.now }, pack);
    const decisions = result.decisions.filter((line) => !repeats(latest.get(id) ?? null, line));
    return {
      id,
      order,
      messages,
      diff: diffPlan({ known: messages, wanted: result.messages, now: input.now }),
      decisions,
    };
  });
  await writePlans(tx, input, plans);
  return plans.reduce((sum, { diff }) => sum + diff.insert.length, 0);
}

/** New orders take active versions; a planned message stays on the version that it pins (DESIGN §6, activation). */
function flowsFor(flows: readonly StoreFlow[], messages: readonly StoredMessage[]): FlowVersion[] {
  const pins = messages.filter(({ state }) => state === "planned");
  return flows
    .filter(
      ({ version, active }) =>
        active || pins.some((pin) => pin.flowKey === version.flowKey && pin.flowVersion === version.version),
    )
    .map(({ version }) => version);
}

async function writePlans(tx: TenantDb, input: PlanOrdersInput, plans: readonly OrderPlan[]): Promise<void> {
  await supersede(tx, plans, input.now);
  await move(tx, plans);
  const inserted = await insertMessages(tx, input, plans);
  await writeLines(tx, input, { plans, inserted });
  await countDays(
    tx,
    plans.flatMap((plan) => planCounts(input.storeId, plan)),
  );
  if (plans.some(({ diff }) => diff.insert.length + diff.update.length + diff.supersede.length > 0)) {
    await appendLive(tx, ["messages"], input.now);
  }
}

async function supersede(tx: TenantDb, plans: readonly OrderPlan[], now: Instant): Promise<void> {
  const ids = plans.flatMap((plan) => plan.diff.supersede.map((known) => rowId(plan, known)));
  if (ids.length === 0) return;
  const rows = await tx.sql
    .update(message)
    .set({ state: "superseded", endRule: "superseded" })
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        inArray(message.id, ids),
        inArray(message.state, ["planned", "awaiting_approval"]),
      ),
    )
    .returning({ id: message.id, dispatchedAt: message.dispatchedAt });
  const running = rows.filter(({ dispatchedAt }) => dispatchedAt !== null);
  await appendEvents(
    tx,
    running.map(({ id }) => ({ name: "message/cancelled", data: { tenantId: tx.tenantId, messageId: id } })),
    now,
  );
}

async function move(tx: TenantDb, plans: readonly OrderPlan[]): Promise<void> {
  for (const { id, planned, planVersion } of plans.flatMap(moves)) {
    await tx.sql
      .update(message)
      .set({
        dueAt: planned.dueAt,
        plannedFor: planned.dueAt,
        lane: planned.lane,
        purpose: planned.purpose,
        flowKey: planned.flowKey,
        flowVersion: planned.flowVersion,
        stepKey: planned.stepKey,
        planVersion,
        dispatchedAt: null,
      })
      .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, id), eq(message.state, "planned")));
  }
}

function moves(plan: OrderPlan) {
  return plan.diff.update.map(({ before, message: planned, planVersion }) => ({
    id: rowId(plan, before),
    planned,
    planVersion,
  }));
}

/** The diff speaks of natural keys: of the planned rows of an order, the slot names one. */
function rowId({ messages }: OrderPlan, { slot }: KnownMessage): string {
  return messages.find((row) => row.slot === slot && row.state === "planned")?.id ?? "";
}

async function insertMessages(
  tx: TenantDb,
  input: PlanOrdersInput,
  plans: readonly OrderPlan[],
): Promise<Map<string, string>> {
  const rows = plans.flatMap(({ id, diff }) =>
    diff.insert.map((planned) => ({
      ...planned,
      plannedFor: planned.dueAt,
      tenantId: tx.tenantId,
      storeId: input.storeId,
      orderRef: id,
      state: "planned" as const,
      createdAt: input.now,
    })),
  );
  if (rows.length === 0) return new Map();
  const inserted = await tx.sql
    .insert(message)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: message.id, orderRef: message.orderRef, slot: message.slot });
  return new Map(inserted.map(({ id, orderRef, slot }) => [`${orderRef} ${slot}`, id]));
}

async function writeLines(
  tx: TenantDb,
  input: PlanOrdersInput,
  { plans, inserted }: { plans: readonly OrderPlan[]; inserted: ReadonlyMap<string, string> },
): Promise<void> {
  const rows = plans.flatMap(({ id, decisions }) =>
    decisions.map((line) => ({
      ...line,
      reasons: [...line.reasons],
      tenantId: tx.tenantId,
      storeId: input.storeId,
      orderRef: id,
      messageId: inserted.get(`${id} ${line.slot}`) ?? null,
      at: input.now,
    })),
  );
  if (rows.length > 0) await tx.sql.insert(decision).values(rows);
}

/** The newest plan line of each order: an unchanged verdict writes no new line. */
async function latestPlanLines(tx: TenantDb, orderRefs: readonly string[]): Promise<Map<string, Decision>> {
  const rows = await tx.sql
    .selectDistinctOn([decision.orderRef])
    .from(decision)
    .where(
      and(eq(decision.tenantId, tx.tenantId), eq(decision.phase, "plan"), inArray(decision.orderRef, [...orderRefs])),
    )
    .orderBy(decision.orderRef, desc(decision.id));
  return new Map(rows.map((row) => [row.orderRef, row]));
}

function planCounts(storeId: string, { order, diff, decisions }: OrderPlan): DayCount[] {
  const day = dayIn(order.marketplaceId, order.purchasedAt);
  const at = { storeId, marketplaceId: order.marketplaceId, day, count: 1 };
  const planned = diff.insert.map(({ lane }) => ({ ...at, lane, outcome: "planned" }));
  const refused = decisions.flatMap(({ verdict, rule }) =>
    verdict === "not_planned" && rule !== null ? [{ ...at, lane: "none", outcome: `not_planned:${rule}` }] : [],
  );
  return [...planned, ...refused];
}
