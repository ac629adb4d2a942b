import { AppError } from "@heed/core/errors";
import { z } from "zod";
import { OPERATIONS } from "./operations.ts";
import type { Reader } from "./read-answer.ts";

const answer = z.object({
  payload: z.object({ subscriptionId: z.string().min(1), destinationId: z.string().optional() }),
});

const ORDER_CHANGE = { path: { notificationType: "ORDER_CHANGE" } };
const PAYLOAD_VERSION = "1.0";

/** The subscription that a seller has now; `elsewhere` where it leads to another destination than ours. */
export interface OrderSubscription {
  readonly subscriptionId: string;
  readonly elsewhere: boolean;
}

/** Subscribes to the changes of a seller's orders, or finds the subscription that is there already. */
export async function subscribeToOrders(read: Reader, destinationId: string): Promise<OrderSubscription> {
  const body = { payloadVersion: PAYLOAD_VERSION, destinationId };
  try {
    const request = { operation: OPERATIONS.createSubscription, parameters: { ...ORDER_CHANGE, body } };
    return { subscriptionId: (await read(request, answer)).payload.subscriptionId, elsewhere: false };
  } catch (error) {
    if (!(error instanceof AppError) || error.details["status"] !== 409) throw error;
    const request = { operation: OPERATIONS.getSubscription, parameters: ORDER_CHANGE };
    const { payload } = await read(request, answer);
    const elsewhere = payload.destinationId !== undefined && payload.destinationId !== destinationId;
    return { subscriptionId: payload.subscriptionId, elsewhere };
  }
}
