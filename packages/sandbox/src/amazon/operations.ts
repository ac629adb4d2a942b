import type { Rate } from "./buckets.ts";

export type Operation = SellerOperation | GrantlessOperation;

/** Calls of the application itself: their token has a scope and belongs to no seller. */
export type GrantlessOperation =
  | "createDestination"
  | "getDestinations"
  | "deleteSubscriptionById"
  | "rotateApplicationClientSecret";

export type SellerOperation =
  | "searchOrders"
  | "getOrder"
  | "getSolicitationActionsForOrder"
  | "createProductReviewAndSellerFeedbackSolicitation"
  | "getMessagingActionsForOrder"
  | "GetAttributes"
  | "sendTypedMessage"
  | "createUploadDestinationForResource"
  | "createSubscription"
  | "getSubscription"
  | "createReport"
  | "getReport"
  | "getReportDocument"
  | "getMarketplaceParticipations";

export interface Route {
  readonly operation: Operation;
  /** Amazon's id of the operation; the typed messages share our handler but not their rate. */
  readonly operationId: string;
  readonly rate: Rate;
  readonly orderId: string | null;
  readonly message: TypedMessage | null;
  /** What an upload is for, or the id of a report or document. */
  readonly resource: string | null;
}

export interface TypedMessage {
  readonly operationId: string;
  /** Last part of the path, and the name in the list of actions. */
  readonly name: string;
  /** Longest text; null where the message has none. */
  readonly text: number | null;
  /** Most attachments; null where the message has none. */
  readonly attachments: number | null;
  /** Passes an opt-out, as Amazon says of it. */
  readonly critical: boolean;
}

const typed = (operationId: string, name: string, rest: Omit<TypedMessage, "operationId" | "name">): TypedMessage => ({
  operationId,
  name,
  ...rest,
});

/** messaging.json of amzn/selling-partner-api-models@34dc93fe (2026-08-05). */
export const TYPED_MESSAGES: readonly TypedMessage[] = [
  typed("confirmCustomizationDetails", "confirmCustomizationDetails", { text: 800, attachments: 5, critical: true }),
  typed("createConfirmDeliveryDetails", "confirmDeliveryDetails", { text: 2000, attachments: null, critical: true }),
  typed("createLegalDisclosure", "legalDisclosure", { text: null, attachments: 5, critical: true }),
  typed("createConfirmOrderDetails", "confirmOrderDetails", { text: 2000, attachments: null, critical: true }),
  typed("createConfirmServiceDetails", "confirmServiceDetails", { text: 2000, attachments: null, critical: false }),
  typed("CreateWarranty", "warranty", { text: null, attachments: 5, critical: false }),
  typed("createDigitalAccessKey", "digitalAccessKey", { text: 400, attachments: 5, critical: false }),
  typed("createUnexpectedProblem", "unexpectedProblem", { text: 2000, attachments: null, critical: true }),
  typed("sendInvoice", "invoice", { text: null, attachments: 5, critical: false }),
];

const PER_ORDER: Rate = { restore: 1, burst: 5 };

/** Default usage plans of the models, per seller and operation; sendInvoice states none and gets its siblings'. */
export const RATES: Readonly<Record<Operation, Rate>> = {
  searchOrders: { restore: 0.0056, burst: 20 },
  getOrder: { restore: 0.5, burst: 30 },
  getSolicitationActionsForOrder: PER_ORDER,
  createProductReviewAndSellerFeedbackSolicitation: PER_ORDER,
  getMessagingActionsForOrder: PER_ORDER,
  GetAttributes: PER_ORDER,
  sendTypedMessage: PER_ORDER,
  createUploadDestinationForResource: { restore: 10, burst: 10 },
  createSubscription: PER_ORDER,
  getSubscription: PER_ORDER,
  createDestination: PER_ORDER,
  getDestinations: PER_ORDER,
  deleteSubscriptionById: PER_ORDER,
  rotateApplicationClientSecret: { restore: 0.0167, burst: 1 },
  createReport: { restore: 0.0167, burst: 15 },
  getReport: { restore: 2, burst: 15 },
  getReportDocument: { restore: 0.0167, burst: 15 },
  getMarketplaceParticipations: { restore: 0.016, burst: 15 },
};

const NOTIFICATIONS = "sellingpartnerapi::notifications";

/** The scope that a grantless call needs (developer-docs, "Grantless operations", 2026-11-25). */
export const GRANTLESS_SCOPES: Readonly<Record<GrantlessOperation, string>> = {
  createDestination: NOTIFICATIONS,
  getDestinations: NOTIFICATIONS,
  deleteSubscriptionById: NOTIFICATIONS,
  rotateApplicationClientSecret: "sellingpartnerapi::client_credential:rotation",
};

export function isGrantless(operation: Operation): operation is GrantlessOperation {
  return Object.hasOwn(GRANTLESS_SCOPES, operation);
}

interface Pattern {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: RegExp;
  readonly operation: Operation;
}

const PATTERNS: readonly Pattern[] = [
  { method: "GET", path: /^\/orders\/2026-01-01\/orders$/, operation: "searchOrders" },
  { method: "GET", path: /^\/orders\/2026-01-01\/orders\/([^/]+)$/, operation: "getOrder" },
  { method: "GET", path: /^\/solicitations\/v1\/orders\/([^/]+)$/, operation: "getSolicitationActionsForOrder" },
  {
    method: "POST",
    path: /^\/solicitations\/v1\/orders\/([^/]+)\/solicitations\/productReviewAndSellerFeedback$/,
    operation: "createProductReviewAndSellerFeedbackSolicitation",
  },
  { method: "GET", path: /^\/messaging\/v1\/orders\/([^/]+)$/, operation: "getMessagingActionsForOrder" },
  { method: "GET", path: /^\/messaging\/v1\/orders\/([^/]+)\/attributes$/, operation: "GetAttributes" },
  { method: "POST", path: /^\/messaging\/v1\/orders\/([^/]+)\/messages\/([^/]+)$/, operation: "sendTypedMessage" },
  {
    method: "POST",
    path: /^\/uploads\/2020-11-01\/uploadDestinations\/(.+)$/,
    operation: "createUploadDestinationForResource",
  },
  { method: "POST", path: /^\/notifications\/v1\/subscriptions\/([^/]+)$/, operation: "createSubscription" },
  { method: "GET", path: /^\/notifications\/v1\/subscriptions\/([^/]+)$/, operation: "getSubscription" },
  {
    method: "DELETE",
    path: /^\/notifications\/v1\/subscriptions\/[^/]+\/([^/]+)$/,
    operation: "deleteSubscriptionById",
  },
  { method: "POST", path: /^\/notifications\/v1\/destinations$/, operation: "createDestination" },
  { method: "GET", path: /^\/notifications\/v1\/destinations$/, operation: "getDestinations" },
  {
    method: "POST",
    path: /^\/applications\/2023-11-30\/clientSecret$/,
    operation: "rotateApplicationClientSecret",
  },
  { method: "POST", path: /^\/reports\/2021-06-30\/reports$/, operation: "createReport" },
  { method: "GET", path: /^\/reports\/2021-06-30\/reports\/([^/]+)$/, operation: "getReport" },
  { method: "GET", path: /^\/reports\/2021-06-30\/documents\/([^/]+)$/, operation: "getReportDocument" },
  { method: "GET", path: /^\/sellers\/v1\/marketplaceParticipations$/, operation: "getMarketplaceParticipations" },
];

/** The operation of a request, or null where Amazon has none at this place. */
export function findRoute(method: string, path: string): Route | null {
  for (const pattern of PATTERNS) {
    const match = pattern.method === method ? pattern.path.exec(path) : null;
    if (match !== null) return routeOf(pattern.operation, match);
  }
  return null;
}

/** Operations whose path names something that is no order. */
const WITH_RESOURCE: ReadonlySet<Operation> = new Set([
  "getReport",
  "getReportDocument",
  "createSubscription",
  "getSubscription",
  "deleteSubscriptionById",
]);

function routeOf(operation: Operation, [, orderId, name]: RegExpExecArray): Route | null {
  if (WITH_RESOURCE.has(operation)) return { ...plainRoute(operation), resource: decodeURIComponent(orderId ?? "") };
  if (operation === "createUploadDestinationForResource") return uploadRoute(decodeURIComponent(orderId ?? ""));
  const message = TYPED_MESSAGES.find((type) => type.name === name) ?? null;
  if (operation === "sendTypedMessage" && message === null) return null;
  return {
    operation,
    operationId: message?.operationId ?? operation,
    rate: RATES[operation],
    orderId: orderId === undefined ? null : decodeURIComponent(orderId),
    message,
    resource: null,
  };
}

function plainRoute(operation: Operation): Route {
  return { operation, operationId: operation, rate: RATES[operation], orderId: null, message: null, resource: null };
}

function uploadRoute(resource: string): Route {
  const operation = "createUploadDestinationForResource";
  const orderId = /\/orders\/([^/]+)\//.exec(resource)?.[1] ?? null;
  return { operation, operationId: operation, rate: RATES[operation], orderId, message: null, resource };
}
