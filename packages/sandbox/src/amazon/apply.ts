import { Temporal } from "@heed/core/time";
import type { Entry } from "../journal/entry.ts";
import type { State } from "../state.ts";
import { takeToken } from "./buckets.ts";
import { findRoute, isGrantless, type Route } from "./operations.ts";

type AmazonEntry = Extract<
  Entry,
  {
    kind:
      | "amazon.call"
      | "amazon.code"
      | "amazon.code_used"
      | "amazon.token"
      | "amazon.upload"
      | "amazon.upload_destination"
      | "notice.due"
      | "queue.sent"
      | "queue.deleted";
  }
>;

export function applyAmazon(state: State, entry: AmazonEntry): void {
  switch (entry.kind) {
    case "amazon.code":
      state.codes.set(entry.code, {
        sellerId: entry.sellerId,
        redirectUri: entry.redirectUri,
        expiresAt: entry.expiresAt,
      });
      return;
    case "amazon.code_used":
      state.codes.delete(entry.code);
      return;
    case "amazon.token":
      return;
    case "amazon.upload_destination": {
      const { sellerId, orderId, md5, at } = entry;
      state.uploads.set(entry.uploadDestinationId, { sellerId, orderId, md5, at, uploaded: false });
      return;
    }
    case "amazon.upload":
      Object.assign(state.uploads.get(entry.uploadDestinationId) ?? {}, { uploaded: true });
      return;
    case "queue.sent":
      state.queue.set(entry.messageId, entry.body);
      return;
    case "queue.deleted":
      state.queue.delete(entry.messageId);
      return;
    case "notice.due":
      state.notices.set(entry.noticeId, {
        id: entry.noticeId,
        kind: entry.notice,
        orderId: entry.orderId,
        to: entry.to,
      });
      state.jobs.set(`notice:${entry.noticeId}`, {
        id: `notice:${entry.noticeId}`,
        at: Temporal.Instant.from(entry.due),
        task: { kind: "notice", noticeId: entry.noticeId },
      });
      return;
    case "amazon.call":
      applyCall(state, entry);
      return;
  }
}

const UNAUTHORISED = 403;

type Call = Extract<Entry, { kind: "amazon.call" }>;

function applyCall(state: State, entry: Call): void {
  const route = findRoute(entry.method, entry.path);
  // Whoever is turned away at the door takes no token: then no seller is known either.
  const atTheDoor = entry.sellerId === null && entry.status === UNAUTHORISED;
  const holder = route === null || atTheDoor ? null : bucketHolder(route, entry.sellerId);
  if (route !== null && holder !== null && !entry.throttled) {
    const key = bucketKey(holder, route.operationId);
    state.buckets.set(key, takeToken(state.buckets.get(key), route.rate, Temporal.Instant.from(entry.at)));
  }
  if (entry.effect?.kind === "solicitation") state.solicited.add(entry.effect.orderId);
  applyToNotifications(state, entry);
  if (entry.effect?.kind === "report" && entry.sellerId !== null) {
    const { kind: _kind, ...report } = entry.effect;
    state.reports.set(report.reportId, { ...report, sellerId: entry.sellerId, createdAt: entry.at });
  }
}

function applyToNotifications(state: State, { effect, sellerId }: Call): void {
  switch (effect?.kind) {
    case "subscription":
      if (sellerId !== null) state.subscriptions.set(sellerId, effect);
      return;
    case "subscription_ended":
      for (const [seller, { subscriptionId }] of state.subscriptions)
        if (subscriptionId === effect.subscriptionId) state.subscriptions.delete(seller);
      return;
    case "destination": {
      const { destinationId, name, resource } = effect;
      state.destinations.set(destinationId, { destinationId, name, resource });
      return;
    }
    case "client_secret":
      state.secrets.push(effect);
      return;
    default:
      return;
  }
}

/** Whose tokens a call takes: the seller's, or the application's own. */
export function bucketHolder({ operation }: Pick<Route, "operation">, sellerId: string | null): string | null {
  return isGrantless(operation) ? "application" : sellerId;
}

export function bucketKey(sellerId: string, operationId: string): string {
  return `${sellerId} ${operationId}`;
}
