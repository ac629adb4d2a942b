import { AppError } from "@heed/core/errors";
import { z } from "zod";
import { OPERATIONS } from "./operations.ts";
import type { Reader } from "./read-answer.ts";

const answer = z.object({ payload: z.object({ subscriptionId: z.string().min(1) }) });

const ORDER_CHANGE = { path: { notificationType: "ORDER_CHANGE" } };
const PAYLOAD_VERSION = "1.0";

/** Subscribes to the changes of a seller's orders, or finds the subscription that is there already. */
export async function subscribeToOrders(read: Reader, destinationId: string): Promise<string> {
  const body = { payloadVersion: PAYLOAD_VERSION, destinationId };
  try {
    const request = { operation: OPERATIONS.createSubscription, parameters: { ...ORDER_CHANGE, body } };
    return (await read(request, answer)).payload.subscriptionId;
  } catch (error) {
    if (!(error instanceof AppError) || error.details["status"] !== 409) throw error;
    const request = { operation: OPERATIONS.getSubscription, parameters: ORDER_CHANGE };
    return (await read(request, answer)).payload.subscriptionId;
  }
}
