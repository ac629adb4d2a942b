import { AppError } from "@heed/core/errors";
import type { Region } from "@heed/core/marketplace/marketplaces";
import { z } from "zod";
import { type Application, callGrantless, type GrantlessAnswer } from "./grantless.ts";

/** Where Amazon may send notifications: a queue, or the event bus of an account in AWS. */
export type NotificationTarget =
  | { readonly sqs: { readonly arn: string } }
  | { readonly eventBridge: { readonly accountId: string; readonly region: string } };

const NOTIFICATIONS = { scope: "sellingpartnerapi::notifications" } as const;
const PATH = "/notifications/v1/destinations";

const destination = z.object({
  destinationId: z.string().min(1),
  name: z.string(),
  resource: z.object({
    sqs: z.object({ arn: z.string() }).nullish(),
    eventBridge: z.object({ accountId: z.string(), region: z.string() }).nullish(),
  }),
});
const list = z.object({ payload: z.array(destination) });
const made = z.object({ payload: destination });

/** The application's destination for this target, made where there is none; Amazon keeps them by region. */
export async function ensureDestination(
  application: Application,
  { region, target }: { readonly region: Region; readonly target: NotificationTarget },
): Promise<string> {
  const known = await findDestination(application, region, target);
  if (known !== null) return known;
  const body = { name: nameOf(target), resourceSpecification: target };
  const answer = await callGrantless(application, { ...NOTIFICATIONS, region, method: "POST", path: PATH, body });
  const parsed = made.safeParse(answer.body);
  if (answer.status === 200 && parsed.success) return parsed.data.payload.destinationId;
  // Another process was faster.
  const other = answer.status === 409 ? await findDestination(application, region, target) : null;
  if (other === null) throw refused("make a destination of notifications", answer);
  return other;
}

async function findDestination(
  application: Application,
  region: Region,
  target: NotificationTarget,
): Promise<string | null> {
  const answer = await callGrantless(application, { ...NOTIFICATIONS, region, method: "GET", path: PATH });
  const parsed = list.safeParse(answer.body);
  if (answer.status !== 200 || !parsed.success) throw refused("list its destinations of notifications", answer);
  return parsed.data.payload.find(({ resource }) => leadsTo(resource, target))?.destinationId ?? null;
}

function leadsTo(resource: z.infer<typeof destination>["resource"], target: NotificationTarget): boolean {
  if ("sqs" in target) return resource.sqs?.arn === target.sqs.arn;
  const { accountId, region } = target.eventBridge;
  return resource.eventBridge?.accountId === accountId && resource.eventBridge.region === region;
}

function nameOf(target: NotificationTarget): string {
  return "sqs" in target ? `heed ${target.sqs.arn}`.slice(0, 256) : `heed eventbridge ${target.eventBridge.accountId}`;
}

/** Ends a subscription to changes of orders; one that is gone already is ended. Needs no permission of the seller. */
export async function endSubscription(
  application: Application,
  { region, subscriptionId }: { readonly region: Region; readonly subscriptionId: string },
): Promise<void> {
  const path = `/notifications/v1/subscriptions/ORDER_CHANGE/${encodeURIComponent(subscriptionId)}`;
  const answer = await callGrantless(application, { ...NOTIFICATIONS, region, method: "DELETE", path });
  if (answer.status !== 200 && answer.status !== 404) throw refused("end a subscription", answer);
}

function refused(what: string, { status }: GrantlessAnswer): AppError {
  const retryable = status === 429 || status >= 500;
  return new AppError("UPSTREAM", `Amazon does not ${what}`, { retryable, details: { status } });
}
