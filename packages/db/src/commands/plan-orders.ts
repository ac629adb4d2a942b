import { diffPlan, type PlanDiff } from "@heed/core/flow/diff-plan";
import type { FlowVersion } from "@heed/core/flow/flow";
import { type PlanResult, planOrder } from "@heed/core/flow/plan-order";
import { turnOf } from "@heed/core/flow/spread";
import type { KnownMessage } from "@heed/core/message/message";
import type { Order } from "@heed/core/order/order";
import type { Decision } from "@heed/core/policy/decision";
import type { PlanInput } from "@heed/core/policy/facts";
import { repeats } from "@heed/core/policy/ledger-line";
import { rulePack_2026_11_23 } from "@heed/core/policy/rule-pack";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { messagesOfOrders, type StoredMessage } from "../queries/known-messages.ts";
import { storeFacts } from "../queries/store-facts.ts";
import { flowsOfStore, type StoreFlow, servingVersions } from "../queries/store-flows.ts";
import { decision, message } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendEvents, appendLive } from "./append-outbox.ts";
import { countDays, type DayCount, dayIn } from "./count-day.ts";
import { insertRows } from "./insert-rows.ts";

export interface PlannableOrder {
  readonly id: string;
  readonly order: Order;
  readonly aliasKnown: boolean;
  readonly repeatBuyer: boolean;
  /** Written in this transaction: it has no message and no line yet, so none is looked for. */
  readonly isNew?: boolean;
}

export interface PlanOrdersInput {
  readonly storeId: string;
  readonly orders: readonly PlannableOrder[];
  readonly now: Instant;
  /** A flow that was just switched on also for orders that are planned already: where it matches, it takes them. */
  readonly repin?: string;
  /** After a pause: what a wait put off falls due again at once. */
  readonly pullForward?: boolean;
  /** Messages that would all be due at once go one after another; `index` is the turn of the first. */
  readonly spread?: { readonly index: number };
}

export interface Planned {
  /** Messages that were newly planned. */
  readonly inserted: number;
  /** Messages that were given a later turn. */
  readonly spread: number;
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
 */
export async function planOrders(tx: TenantDb, input: PlanOrdersInput): Promise<Planned> {
  if (input.orders.length === 0) return { inserted: 0, spread: 0 };
  const refs = input.orders.filter(({ isNew }) => isNew !== true).map(({ id }) => id);
  const known = await messagesOfOrders(tx, refs);
  const pins = [...known.values()].flat().filter(isPlanned);
  const [store, flows, latest] = [
    await storeFacts(tx, input.storeId),
    await flowsOfStore(tx, { storeId: input.storeId, pins }),
    await latestPlanLines(tx, refs),
  ];
  let turn = input.spread?.index ?? 0;
  const plans = input.orders.map(({ id, order, aliasKnown, repeatBuyer }): OrderPlan => {
    const messages = known.get(id) ?? [];
    const { repin, now } = input;
    const chosen = flowsFor(flows, { order, messages, repin });
    const facts = { order, store, aliasKnown, repeatBuyer, flows: chosen, known: messages, now };
    const mayMove = input.pullForward === true || !messages.some(isPlanned);
    const inTurn = input.spread !== undefined && mayMove ? turn : null;
    const result = planInTurn({ ...facts, repin: repin !== undefined }, inTurn);
    if (result.inTurn) turn += 1;
    return planOf({ id, order, messages, result, latest: latest.get(id) ?? null }, input);
  });
  await writePlans(tx, input, plans);
  return {
    inserted: plans.reduce((sum, { diff }) => sum + diff.insert.length, 0),
    spread: turn - (input.spread?.index ?? 0),
  };
}

interface Outcome extends Pick<OrderPlan, "id" | "order" | "messages"> {
  readonly result: PlanResult;
  readonly latest: Decision | null;
}

function planOf({ result, latest, ...of }: Outcome, { now, pullForward }: PlanOrdersInput): OrderPlan {
  const diff = diffPlan({ known: of.messages, wanted: result.messages, now, ...(pullForward ? { pullForward } : {}) });
  return { ...of, diff, decisions: result.decisions.filter((line) => !repeats(latest, line)) };
}

/** Whatever would be due at once takes the next turn. */
function planInTurn(input: PlanInput, turn: number | null): PlanResult & { readonly inTurn: boolean } {
  const plain = planOrder(input, rulePack_2026_11_23);
  const [message] = plain.messages;
  const now = input.now.epochMilliseconds;
  if (turn === null || message === undefined || message.dueAt.epochMilliseconds > now)
    return { ...plain, inTurn: false };
  const given = turnOf(turn, input.store.dailyCap);
  return { ...planOrder({ ...input, turn: given }, rulePack_2026_11_23), inTurn: true };
}

function isPlanned({ state }: Pick<KnownMessage, "state">): boolean {
  return state === "planned";
}

interface Choice {
  readonly order: Order;
  readonly messages: readonly StoredMessage[];
  readonly repin: string | undefined;
}

/**
 * New orders take the versions that serve their age; a planned message stays on the version that it pins (DESIGN §6,
 * activation), unless a flow that may take planned messages over matches the order.
 */
function flowsFor(flows: readonly StoreFlow[], { order, messages, repin }: Choice): FlowVersion[] {
  const serving = servingVersions(flows, order.purchasedAt);
  const pin = messages.find(isPlanned);
  if (pin === undefined) return serving;
  const pinned = flows
    .flatMap(({ versions }) => versions)
    .filter(({ flowKey, version }) => flowKey === pin.flowKey && version === pin.flowVersion);
  if (repin === undefined) return [...pinned, ...serving.filter((version) => !pinned.includes(version))];
  const taker = serving.filter(({ flowKey }) => flowKey === repin);
  if (pin.flowKey === repin) return [...taker, ...serving.filter(({ flowKey }) => flowKey !== repin)];
  return [...taker, ...pinned];
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
        plannedFor: planned.plannedFor ?? planned.dueAt,
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
  const rows = plans.flatMap(({ id, order, diff }) =>
    diff.insert.map((planned) => ({
      ...planned,
      plannedFor: planned.plannedFor ?? planned.dueAt,
      tenantId: tx.tenantId,
      storeId: input.storeId,
      orderRef: id,
      state: "planned" as const,
      createdAt: input.now,
      orderedAt: order.purchasedAt,
    })),
  );
  if (rows.length === 0) return new Map();
  const inserted = await insertRows(
    tx,
    { table: message, rows },
    sql`on conflict do nothing returning id, order_ref, slot`,
  );
  return new Map(inserted.map(({ id, order_ref: orderRef, slot }) => [`${orderRef} ${slot}`, String(id)]));
}

async function writeLines(
  tx: TenantDb,
  input: PlanOrdersInput,
  { plans, inserted }: { plans: readonly OrderPlan[]; inserted: ReadonlyMap<string, string> },
): Promise<void> {
  const rows = plans.flatMap(({ id, order, decisions }) =>
    decisions.map((line) => ({
      ...line,
      orderedAt: order.purchasedAt,
      reasons: [...line.reasons],
      tenantId: tx.tenantId,
      storeId: input.storeId,
      orderRef: id,
      messageId: inserted.get(`${id} ${line.slot}`) ?? null,
      at: input.now,
    })),
  );
  await insertRows(tx, { table: decision, rows });
}

/** The newest plan line of each order: an unchanged verdict writes no new line. */
async function latestPlanLines(tx: TenantDb, orderRefs: readonly string[]): Promise<Map<string, Decision>> {
  if (orderRefs.length === 0) return new Map();
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
  const none = { ...at, lane: "none" };
  const refused = decisions.flatMap(({ verdict, rule, reasons }) => {
    if (verdict !== "not_planned" || rule === null) return [];
    const trial = reasons.find((reason) => reason.rule === "held_out")?.facts;
    const heldOut =
      trial === undefined ? [] : [{ ...none, outcome: `held_out:${trial["flow"]}/${trial["experiment"]}` }];
    return [{ ...none, outcome: `not_planned:${rule}` }, ...heldOut];
  });
  return [...planned, ...refused];
}
