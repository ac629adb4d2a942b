import type { FlowVersion } from "@heed/core/flow/flow";
import { planOrder } from "@heed/core/flow/plan-order";
import { turnDays } from "@heed/core/flow/spread";
import { holdsSlot } from "@heed/core/message/state";
import type { Instant } from "@heed/core/time";
import type { TenantDb } from "../tenant-db.ts";
import { backtestOrders } from "./backtest-orders.ts";
import { messagesOfOrders, type StoredMessage } from "./known-messages.ts";
import { storeFacts } from "./store-facts.ts";
import { flowsOfStore, servingVersions } from "./store-flows.ts";

export interface ActivationPreview {
  /** Orders without a message that would get one. */
  readonly fresh: number;
  /** Of those, the ones that would be due at once and go one after another. */
  readonly overdue: number;
  /** Planned messages that would move over to this version. */
  readonly moving: number;
  /** How many days the overdue ones take under the daily cap. */
  readonly days: number;
}

export interface PreviewInput {
  readonly storeIds: readonly string[];
  readonly version: FlowVersion;
  readonly now: Instant;
}

/** No window is open longer after the purchase. */
const OLDEST = { hours: 24 * 75 };

/** What "also the orders still inside their window" would mean, by the same planning, without writing anything. */
export async function previewActivation(tx: TenantDb, input: PreviewInput): Promise<ActivationPreview> {
  const total = { fresh: 0, overdue: 0, moving: 0, days: 0 };
  for (const storeId of input.storeIds) {
    const counts = await previewStore(tx, storeId, input);
    total.fresh += counts.fresh;
    total.overdue += counts.overdue;
    total.moving += counts.moving;
    total.days = Math.max(total.days, turnDays(counts.overdue, counts.dailyCap));
  }
  return total;
}

async function previewStore(tx: TenantDb, storeId: string, { version, now }: PreviewInput) {
  const store = await storeFacts(tx, storeId);
  const others = (await flowsOfStore(tx, { storeId, pins: [] })).filter(({ flowKey }) => flowKey !== version.flowKey);
  const counts = { fresh: 0, overdue: 0, moving: 0, dailyCap: store.dailyCap };
  const span = { storeId, from: now.subtract(OLDEST), until: now };
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await backtestOrders(tx, span, after);
    after = page.after;
    const known = await messagesOfOrders(tx, page.refs);
    for (const [index, { order, buyer }] of page.orders.entries()) {
      const messages = known.get(page.refs[index] ?? "") ?? [];
      const flows = [...servingVersions(others, order.purchasedAt), version];
      const { aliasKnown, repeatBuyer } = buyer;
      const { messages: planned } = planOrder({
        order,
        store,
        aliasKnown,
        repeatBuyer,
        flows,
        known: messages,
        now,
        repin: true,
      });
      const [message] = planned;
      if (message?.flowKey === version.flowKey)
        count(counts, messages, message.dueAt.epochMilliseconds <= now.epochMilliseconds);
    }
  }
  return counts;
}

interface Counts {
  fresh: number;
  overdue: number;
  moving: number;
}

function count(counts: Counts, known: readonly StoredMessage[], isOverdue: boolean): void {
  if (known.some(({ state }) => holdsSlot(state))) {
    counts.moving += 1;
    return;
  }
  counts.fresh += 1;
  if (isOverdue) counts.overdue += 1;
}
