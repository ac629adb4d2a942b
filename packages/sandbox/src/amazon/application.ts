import { randomBytes, randomUUID } from "node:crypto";
import { type Instant, Temporal } from "@heed/core/time";
import { z } from "zod";
import type { AmazonCall, Effect, Fact } from "../journal/entry.ts";
import type { State } from "../state.ts";
import { type Answer, destinationExists, invalidInput, notFound } from "./answers.ts";
import type { Application } from "./login.ts";
import type { GrantlessOperation, Route } from "./operations.ts";

/** A request of the application itself. */
export interface ApplicationRequest {
  readonly state: State;
  readonly now: Instant;
  readonly route: Route;
  readonly body: unknown;
}

/** How long the secret before stays valid (developer-docs, "Rotate your application's client secret", 2026-11-25). */
const OLD_VALID_DAYS = 7;
/** How long a secret lives. */
const SECRET_DAYS = 180;

const resource = z.union([
  z.strictObject({ sqs: z.strictObject({ arn: z.string().regex(/^arn:aws:sqs:\S+:\S+:\S+/) }) }),
  z.strictObject({
    eventBridge: z.strictObject({ accountId: z.string().regex(/^\d{12}$/), region: z.string().min(1) }),
  }),
]);
const destination = z.object({ name: z.string().min(1).max(256), resourceSpecification: resource });

const HANDLERS: Readonly<Record<GrantlessOperation, (request: ApplicationRequest) => Answer<Effect>>> = {
  createDestination,
  getDestinations,
  deleteSubscriptionById: deleteSubscription,
  rotateApplicationClientSecret: rotateSecret,
};

export function handleGrantless(operation: GrantlessOperation, request: ApplicationRequest): Answer<Effect> {
  return HANDLERS[operation](request);
}

function createDestination({ state, body }: ApplicationRequest): Answer<Effect> {
  const parsed = destination.safeParse(body);
  if (!parsed.success) return invalidInput("Invalid destination");
  const { name, resourceSpecification } = parsed.data;
  const written = JSON.stringify(resourceSpecification);
  const taken = [...state.destinations.values()].some(
    (known) => known.name === name || JSON.stringify(known.resource) === written,
  );
  if (taken) return destinationExists();
  const made = { destinationId: randomUUID(), name, resource: resourceSpecification };
  return { status: 200, body: { payload: made }, effect: { kind: "destination", ...made } };
}

function getDestinations({ state }: ApplicationRequest): Answer<Effect> {
  return { status: 200, body: { payload: [...state.destinations.values()] } };
}

function deleteSubscription({ state, route }: ApplicationRequest): Answer<Effect> {
  const subscriptionId = route.resource ?? "";
  const known = [...state.subscriptions.values()].some(
    (subscription) => subscription.subscriptionId === subscriptionId,
  );
  if (!known) return notFound();
  return { status: 200, body: {}, effect: { kind: "subscription_ended", subscriptionId } };
}

/** 204 and nothing else: the secret comes by the queue. */
function rotateSecret({ now }: ApplicationRequest): Answer<Effect> {
  const secret = `amzn1.oa2-cs.v1.${randomBytes(32).toString("hex")}`;
  const oldExpiresAt = now.add({ hours: 24 * OLD_VALID_DAYS }).toString();
  return { status: 204, body: null, effect: { kind: "client_secret", secret, oldExpiresAt } };
}

/** APPLICATION_OAUTH_CLIENT_NEW_SECRET 1.0, in the queue that the application is registered with. */
export function afterRotation(call: AmazonCall, application: Application, now: Instant): readonly Fact[] {
  if (call.effect?.kind !== "client_secret" || call.throttled) return [];
  const notification = {
    notificationVersion: "1.0",
    notificationType: "APPLICATION_OAUTH_CLIENT_NEW_SECRET",
    payloadVersion: "1.0",
    eventTime: now.toString(),
    payload: {
      applicationOAuthClientNewSecret: {
        clientId: application.clientId,
        newClientSecret: call.effect.secret,
        newClientSecretExpiryTime: now.add({ hours: 24 * SECRET_DAYS }).toString(),
        oldClientSecretExpiryTime: call.effect.oldExpiresAt,
      },
    },
    notificationMetadata: {
      applicationId: application.applicationId,
      subscriptionId: randomUUID(),
      publishTime: now.toString(),
      notificationId: randomUUID(),
    },
  };
  return [{ kind: "queue.sent", messageId: randomUUID(), body: JSON.stringify(notification) }];
}

/** The one that was registered, until the first rotation ends it, and those that came after; two at a time. */
export function isValidSecret(
  state: State,
  application: Application,
  { secret, now }: { secret: string; now: Instant },
) {
  const all = [application.clientSecret, ...state.secrets.map((rotated) => rotated.secret)];
  return all.some((known, index) => {
    const end = state.secrets[index]?.oldExpiresAt;
    const alive = end === undefined || Temporal.Instant.compare(now, Temporal.Instant.from(end)) < 0;
    return known === secret && alive;
  });
}
