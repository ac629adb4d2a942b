import { amazonMisbehaves } from "./entries/amazon-misbehaves.ts";
import { forgedWebhooks } from "./entries/forged-webhooks.ts";
import { killedWorker } from "./entries/killed-worker.ts";
import { lateChange } from "./entries/late-change.ts";
import { ordersOutOfOrder } from "./entries/orders-out-of-order.ts";
import { plantedForgetsOptOut } from "./entries/planted-forgets-opt-out.ts";
import { plantedNoClaim } from "./entries/planted-no-claim.ts";
import { plantedNoDedupe } from "./entries/planted-no-dedupe.ts";
import { poison } from "./entries/poison.ts";
import { webhookStorm } from "./entries/webhook-storm.ts";
import type { FaultEntry } from "./entry.ts";

/** All fault tests and planted bugs. A new one is a file in `entries/` and a line here. */
export const FAULTS: readonly FaultEntry[] = [
  killedWorker,
  amazonMisbehaves,
  ordersOutOfOrder,
  lateChange,
  webhookStorm,
  forgedWebhooks,
  poison,
  plantedNoClaim,
  plantedNoDedupe,
  plantedForgetsOptOut,
];
