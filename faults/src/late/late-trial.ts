import type { Instant } from "@heed/core/time";
import { noteOrderFacts } from "@heed/db/commands/order-facts";
import { redecideBuyer } from "@heed/db/commands/redecide-buyer";
import type { OrderFact } from "@heed/db/commands/waiting-facts";
import { loadSendWork } from "@heed/db/queries/send-work";
import { type Access, withTenant } from "@heed/db/tenant-db";
import { type SeenEnd, seeMessage } from "@heed/db/testing/late-steps";
import { optOutBuyer } from "@heed/db/testing/typed-steps";
import { sendMessage } from "@heed/worker/send/send-message";
import type { Worker } from "@heed/worker/worker";

export const EVENTS = ["opt_out", "cancel", "refund"] as const;
export type LateEvent = (typeof EVENTS)[number];

/** Where the event falls, in the order in which a send passes the places. `race`: while facts are read and claimed. */
export const PLACES = ["before_run", "while_preparing", "race", "before_call", "after_call", "after_outcome"] as const;
export type LatePlace = (typeof PLACES)[number];

export const KINDS = ["solicitation", "email", "typed_critical", "typed_other"] as const;
export type LateKind = (typeof KINDS)[number];

export interface Trial {
  readonly kind: LateKind;
  readonly event: LateEvent;
  readonly place: LatePlace;
  readonly access: Access;
  readonly storeId: string;
  readonly orderRef: string;
  readonly orderId: string;
  readonly messageId: string;
  readonly planVersion: number;
  /** Milliseconds that the event waits at `race`. */
  readonly delay: number;
}

export interface TrialEnd {
  readonly trial: Trial;
  readonly end: SeenEnd;
  /** Whether the event fell where it should. */
  readonly hit: boolean;
  /** What a second run of the same message did. */
  readonly again: string;
}

/** One send with one event in it; then the same run once more, as an executor may do. */
export async function runTrial(worker: Worker, trial: Trial): Promise<TrialEnd> {
  const happen = once(() => happens(worker, trial));
  const input = { tenantId: trial.access.tenantId, messageId: trial.messageId, planVersion: trial.planVersion };
  const watched = watch(worker, trial.place, happen);
  if (trial.place === "before_run") await happen.now();
  const racing = trial.place === "race" ? later(trial.delay).then(happen.now) : Promise.resolve();
  await sendMessage(watched, input);
  if (trial.place === "after_outcome") await happen.now();
  await racing;
  const again = await sendMessage(worker, input);
  const end = await withTenant(worker.db, trial.access, (tx) => seeMessage(tx, trial.messageId));
  return { trial, end, hit: happen.done(), again: again.ended };
}

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

interface Happening {
  readonly now: () => Promise<void>;
  readonly done: () => boolean;
}

function once(act: () => Promise<unknown>): Happening {
  let done = false;
  return {
    async now() {
      if (done) return;
      done = true;
      await act();
    },
    done: () => done,
  };
}

/** The same worker, whose ways to Amazon and Resend let the event happen right before or after a call. */
function watch(worker: Worker, place: LatePlace, { now }: Happening): Worker {
  const around = async <T>(call: () => Promise<T>): Promise<T> => {
    if (place === "before_call") await now();
    const answer = await call();
    if (place === "after_call") await now();
    return answer;
  };
  const preparing = async <T>(call: () => Promise<T>): Promise<T> => {
    const answer = await call();
    if (place === "while_preparing") await now();
    return answer;
  };
  return {
    ...worker,
    mailer: { ...worker.mailer, send: (mail) => around(() => worker.mailer.send(mail)) },
    gateways: {
      forStore(tenantId, store) {
        const gateway = worker.gateways.forStore(tenantId, store);
        return {
          ...gateway,
          getAttributes: (...order) => preparing(() => gateway.getAttributes(...order)),
          requestReview: (...order) => around(() => gateway.requestReview(...order)),
          sendTypedMessage: (request) => around(() => gateway.sendTypedMessage(request)),
        };
      },
    },
  };
}

/** The event as the product itself would write it, in a transaction of its own. */
async function happens({ db, ring, clock }: Worker, trial: Trial): Promise<void> {
  const { storeId, orderId, orderRef, messageId } = trial;
  await withTenant(db, trial.access, async (tx) => {
    const now = clock.now();
    if (trial.event !== "opt_out") {
      await noteOrderFacts(tx, { storeId, facts: [factOf(trial.event, orderId, now)], ring, now });
      return;
    }
    await optOutBuyer(tx, { orderRef, ring, now });
    const work = await loadSendWork(tx, { messageId, now });
    if (work?.buyerKey != null) await redecideBuyer(tx, { storeId, buyerKey: work.buyerKey, now });
  });
}

function factOf(event: "cancel" | "refund", orderId: string, now: Instant): OrderFact {
  return event === "cancel" ? { orderId, statusNews: { value: "CANCELLED", at: now } } : { orderId, refundedAt: now };
}
