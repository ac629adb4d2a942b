import { REVIEW_REQUEST_FLOW } from "@heed/core/flow/built-in";
import { planOrder } from "@heed/core/flow/plan-order";
import type { Order } from "@heed/core/order/order";
import { decide } from "@heed/core/policy/decide";
import type { SendFacts, StoreFacts } from "@heed/core/policy/facts";
import { rulePack_2026_11_23 } from "@heed/core/policy/rule-pack";
import { Temporal } from "@heed/core/time";
import type { BenchEntry } from "../entry.ts";
import { timeLoop } from "../measure.ts";
import { benchOrders } from "../orders.ts";

const PIECES = 40_000;
const NOW = Temporal.Instant.from("2026-03-02T10:00:00Z");

const STORE: StoreFacts = {
  storeId: "01900000-0000-7000-8000-000000000001",
  cutOverAt: Temporal.Instant.from("2026-01-01T00:00:00Z"),
  paused: false,
  dryRun: false,
  restrictedUntil: null,
  optedOutBuyers: "never",
  emailLane: {},
  dailyCap: 10_000,
  stoppedSkus: [],
  stoppedAsins: [],
  blackouts: [],
};

/** b: how fast the pure rules are, beside merely parsing the JSON of the same order. */
export const decideBench: BenchEntry = {
  key: "b",
  field: "decide_ratio",
  title: "pure plan + decide of an order, one thread",
  floorTitle: "JSON.parse of the same order",
  goal: 0.25,
  async prepare() {
    const orders = benchOrders({ count: 1_000, seed: 7, now: NOW });
    const texts = orders.map((order) => JSON.stringify(order));
    let parsed = 0;
    return {
      ours: () => timeLoop(PIECES, (index) => planAndDecide(orders[index % orders.length])),
      floor: () =>
        timeLoop(PIECES, (index) => {
          const order = JSON.parse(texts[index % texts.length] ?? "") as { items: unknown[] };
          // Read from the result, so that the engine cannot leave the parsing out.
          parsed += order.items.length;
        }),
      close: async () => {
        if (parsed === 0) throw new Error("the floor parsed nothing");
      },
    };
  },
};

function planAndDecide(order: Order | undefined): void {
  if (order === undefined) throw new Error("no order to decide on");
  const plan = planOrder({
    order,
    store: STORE,
    repeatBuyer: false,
    aliasKnown: true,
    flows: [REVIEW_REQUEST_FLOW],
    known: [],
    now: NOW,
  });
  const [message] = plan.messages;
  if (message === undefined) throw new Error(`the order was not planned: ${plan.decisions[0]?.rule ?? "no reason"}`);
  const verdict = decide({ message, facts: sendFacts(order), rulePack: rulePack_2026_11_23, now: message.dueAt });
  if (verdict.kind !== "send") throw new Error(`the verdict was ${verdict.kind}, and the benchmark measures sending`);
}

function sendFacts(order: Order): SendFacts {
  return {
    order,
    store: STORE,
    buyer: { aliasKnown: true, optedOut: null, suppressed: null, repeatBuyer: false },
    flow: REVIEW_REQUEST_FLOW,
    others: [],
    sentLastDay: 12,
    capFreesAt: null,
    template: null,
    solicitationOffered: null,
    entitled: true,
  };
}
