import { DAY, plusDays } from "../marketplace/zone-time.ts";
import type { Order } from "../order/order.ts";
import type { SendWindow } from "../order/send-window.ts";
import type { FlowStep } from "./flow.ts";
import { openingFrom } from "./send-hours.ts";

export interface DueInput {
  readonly step: Pick<FlowStep, "anchor" | "delayDays" | "sendHours">;
  readonly order: Pick<Order, "purchasedAt" | "shippedAt" | "aftermath">;
  readonly delivery: NonNullable<Order["delivery"]>;
  readonly window: SendWindow;
  readonly zone: string;
}

/**
 * When a step falls due: anchor + delay in the marketplace's zone, moved into the window, then into the send hours. It
 * depends on the order alone, never on the clock, so that planning again gives the same answer. Null when the send
 * hours never open within the window. Milliseconds.
 */
export function dueAt(input: DueInput): number | null {
  const { step, window, zone } = input;
  const wanted = plusDays(zone, anchorOf(input), step.delayDays);
  const due = openingFrom(Math.max(wanted, window.opens), step.sendHours, zone);
  if (due === null || due < window.closes) return due !== null && window.opens < window.closes ? due : null;
  return lastChance(input);
}

/** A delay that points behind the window ends in the last day of the window that has send hours. */
function lastChance({ step, window, zone }: DueInput): number | null {
  for (let days = 1; days <= 8; days += 1) {
    const from = Math.max(window.closes - days * DAY, window.opens);
    const due = openingFrom(from, step.sendHours, zone);
    if (due !== null && due < window.closes) return due;
  }
  return null;
}

/** "After delivery" counts from the latest expected date: before it the parcel may still be on its way. */
function anchorOf({ step, order, delivery }: DueInput): number {
  switch (step.anchor) {
    case "placed":
      return order.purchasedAt.epochMilliseconds;
    case "shipped":
      return (order.shippedAt ?? delivery.earliest).epochMilliseconds;
    case "delivery_expected":
    case "delivered":
      return expected(delivery);
    case "returned":
      return order.aftermath.returnedAt?.epochMilliseconds ?? expected(delivery);
  }
}

function expected({ latest, earliest }: DueInput["delivery"]): number {
  return (latest ?? earliest).epochMilliseconds;
}
