import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Effect } from "../journal/entry.ts";
import type { Answer } from "./answers.ts";
import { invalidInput, notFound, resourceExists } from "./answers.ts";
import type { SellerRequest } from "./request.ts";

const subscription = z.object({ payloadVersion: z.literal("1.0"), destinationId: z.string().min(1) });

/** One subscription per seller and type; ours is ORDER_CHANGE, whose changes go to the sandbox's queue whatever the destination. */
export function createSubscription({ state, seller, route, body }: SellerRequest): Answer<Effect> {
  if (route.resource !== "ORDER_CHANGE") return invalidInput("Unknown notification type");
  const parsed = subscription.safeParse(body);
  if (!parsed.success) return invalidInput("Invalid subscription");
  if (!state.destinations.has(parsed.data.destinationId)) return invalidInput("Unknown destination");
  if (state.subscriptions.has(seller.store.sellerId)) return resourceExists();
  const payload = { subscriptionId: randomUUID(), ...parsed.data };
  return {
    status: 200,
    body: { payload },
    effect: { kind: "subscription", subscriptionId: payload.subscriptionId, destinationId: payload.destinationId },
  };
}

export function getSubscription({ state, seller, route }: SellerRequest): Answer {
  const known = state.subscriptions.get(seller.store.sellerId);
  if (route.resource !== "ORDER_CHANGE" || known === undefined) return notFound();
  const { subscriptionId, destinationId } = known;
  return { status: 200, body: { payload: { subscriptionId, payloadVersion: "1.0", destinationId } } };
}
