import type { FlowExperiment } from "./flow.ts";

/** Where an order falls: null is the group that is held out. */
export interface Dealt {
  readonly stepKey: string | null;
}

const SLOTS = 10_000;

/**
 * Deals an order to an arm by a hash of its id and of the experiment's key: always the same arm, whoever asks and in
 * whatever order orders come; another experiment deals anew.
 */
export function dealOrder(experiment: FlowExperiment, orderId: string): Dealt {
  const slot = hash(`${experiment.key}/${orderId}`) % SLOTS;
  const heldOut = (experiment.holdOut * SLOTS) / 100;
  if (slot < heldOut) return { stepKey: null };
  const place = ((slot - heldOut) / (SLOTS - heldOut)) * 100;
  let upTo = 0;
  for (const arm of experiment.arms) {
    upTo += arm.share;
    if (place < upTo) return { stepKey: arm.stepKey };
  }
  return { stepKey: experiment.arms.at(-1)?.stepKey ?? null };
}

/** FNV-1a with the finaliser of MurmurHash3, so that order ids that differ in one digit fall apart. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
