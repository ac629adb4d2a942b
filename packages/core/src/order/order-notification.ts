import { z } from "zod";
import { type Instant, Temporal } from "../time.ts";
import type { FulfillmentStatus } from "./order.ts";

/**
 * What a notification of Amazon means for us. Zod drops every field that is not named here: the postal code of ORDER_CHANGE
 * gets no further than this.
 *
 * | type                                   | becomes        |
 * |----------------------------------------|----------------|
 * | ORDER_CHANGE 1.0                       | order_change   |
 * | APPLICATION_OAUTH_CLIENT_NEW_SECRET    | new_secret     |
 * | anything else that is a notification   | ignored        |
 * | anything else                          | malformed      |
 */
export type AmazonNotification =
  | { readonly kind: "order_change"; readonly id: string; readonly change: OrderChange }
  | { readonly kind: "new_secret"; readonly id: string; readonly secret: NewSecret }
  | { readonly kind: "ignored"; readonly type: string }
  | { readonly kind: "malformed"; readonly fields: readonly string[] };

export interface OrderChange {
  readonly sellerId: string;
  readonly orderId: string;
  readonly marketplaceId: string;
  readonly status: FulfillmentStatus | null;
  readonly cancelRequested: boolean;
  readonly at: Instant;
}

export interface NewSecret {
  readonly clientId: string;
  readonly secret: string;
  /** Until when the one before stays valid. */
  readonly oldExpiresAt: Instant | null;
}

/** Of the older models; an invoice that is not confirmed yet leaves the order pending. */
const STATUSES: Readonly<Record<string, FulfillmentStatus>> = {
  PendingAvailability: "PENDING_AVAILABILITY",
  Pending: "PENDING",
  InvoiceUnconfirmed: "PENDING",
  Unshipped: "UNSHIPPED",
  PartiallyShipped: "PARTIALLY_SHIPPED",
  Shipped: "SHIPPED",
  Canceled: "CANCELLED",
  Unfulfillable: "UNFULFILLABLE",
};

/** Some types are written in PascalCase, some in camelCase: the first letter is folded before reading. */
export function parseAmazonNotification(body: string): AmazonNotification {
  const folded = foldKeys(unwrap(parseJson(body)));
  const envelope = notification.safeParse(folded);
  if (!envelope.success) return malformed(envelope.error);
  const { notificationType, notificationMetadata, eventTime, payload } = envelope.data;
  const id = notificationMetadata.notificationId;
  if (notificationType === "ORDER_CHANGE") return orderChange(id, payload, eventTime);
  if (notificationType === "APPLICATION_OAUTH_CLIENT_NEW_SECRET") return newSecret(id, payload);
  return { kind: "ignored", type: notificationType };
}

const text = z.string().min(1).max(500);
const notification = z.object({
  notificationType: text,
  notificationMetadata: z.object({ notificationId: text }),
  eventTime: z.string().nullish(),
  payload: z.unknown().optional(),
});

const change = z.object({
  orderChangeNotification: z.object({
    sellerId: text,
    amazonOrderId: z.string().regex(/^[0-9A-Z]\d{2}-\d{7}-\d{7}$/),
    orderChangeTrigger: z
      .object({ timeOfOrderChange: z.string().nullish(), changeReason: z.string().nullish() })
      .nullish(),
    summary: z.object({
      marketplaceId: text,
      orderStatus: z.string().nullish(),
      orderItems: z.array(z.object({ isBuyerRequestedCancel: z.boolean().nullish() })).nullish(),
    }),
  }),
});

function orderChange(id: string, payload: unknown, eventTime: string | null | undefined): AmazonNotification {
  const parsed = change.safeParse(payload);
  if (!parsed.success) return malformed(parsed.error);
  const {
    sellerId,
    amazonOrderId: orderId,
    orderChangeTrigger: trigger,
    summary,
  } = parsed.data.orderChangeNotification;
  const at = instantOf(trigger?.timeOfOrderChange) ?? instantOf(eventTime);
  if (at === null) return { kind: "malformed", fields: ["timeOfOrderChange", "eventTime"] };
  const cancelRequested = (summary.orderItems ?? []).some((item) => item.isBuyerRequestedCancel === true);
  const status = STATUSES[summary.orderStatus ?? ""] ?? null;
  const { marketplaceId } = summary;
  return { kind: "order_change", id, change: { sellerId, orderId, marketplaceId, status, cancelRequested, at } };
}

const secret = z.object({
  applicationOAuthClientNewSecret: z.object({
    clientId: text,
    newClientSecret: text,
    oldClientSecretExpiryTime: z.string().nullish(),
  }),
});

function newSecret(id: string, payload: unknown): AmazonNotification {
  const parsed = secret.safeParse(payload);
  if (!parsed.success) return malformed(parsed.error);
  const { clientId, newClientSecret, oldClientSecretExpiryTime } = parsed.data.applicationOAuthClientNewSecret;
  return {
    kind: "new_secret",
    id,
    secret: { clientId, secret: newClientSecret, oldExpiresAt: instantOf(oldClientSecretExpiryTime) },
  };
}

/** EventBridge puts the notification into `detail` of its own event. */
function unwrap(json: unknown): unknown {
  const event = z.object({ "detail-type": z.string(), detail: z.unknown() }).safeParse(json);
  return event.success ? event.data.detail : json;
}

const DEEPEST = 20;

function foldKeys(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((entry) => foldKeys(entry, depth + 1));
  const entries = Object.entries(value).map(([key, entry]) => [lowerFirst(key), foldKeys(entry, depth + 1)]);
  return Object.fromEntries(entries);
}

const lowerFirst = (key: string) => key.charAt(0).toLowerCase() + key.slice(1);

function malformed(error: z.ZodError): AmazonNotification {
  return { kind: "malformed", fields: error.issues.map(({ path }) => path.join(".")) };
}

function instantOf(written: string | null | undefined): Instant | null {
  try {
    return written == null ? null : Temporal.Instant.from(written);
  } catch {
    return null;
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
