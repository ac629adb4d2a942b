import { plusDays } from "../marketplace/zone-time.ts";
import type { DeliveryWindow, Order } from "./order.ts";
import type { SendWindow } from "./send-window.ts";
import { solicitationWindow } from "./solicitation-window.ts";

export interface EmailWindowInput {
  readonly shippedAt: Order["shippedAt"];
  readonly delivery: DeliveryWindow;
  readonly zone: string;
  /** Rule-pack value: days after shipment in which a review e-mail may go. */
  readonly days: number;
}

/**
 * When a review e-mail may go: until the ship date + `days` ("within 30 days of order completion", read conservatively).
 * It opens together with the solicitation, because before that Amazon offers no review request and the read that guards
 * against a second request would prove nothing. Null while the ship date is unknown.
 */
export function emailWindow(input: EmailWindowInput): SendWindow | null {
  if (input.shippedAt === null) return null;
  return {
    opens: solicitationWindow(input.delivery, input.zone).opens,
    closes: plusDays(input.zone, input.shippedAt.epochMilliseconds, input.days),
  };
}
