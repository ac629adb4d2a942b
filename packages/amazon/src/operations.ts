/** One operation of the Selling Partner API, as the client library and Amazon's usage plans know it. */
export interface Operation {
  /** Name in Amazon's models; also the name under which calls are counted and limited. */
  readonly name: string;
  /** The client library's name for it. */
  readonly call: string;
  /** Always given: without it the library takes the oldest version that knows the operation. */
  readonly version: string;
  readonly method: "GET" | "POST";
  /** Published tokens per second and size of the bucket (models of 2026-08-05, commit 34dc93fe). */
  readonly rate: number;
  readonly burst: number;
}

export const OPERATIONS = {
  searchOrders: {
    name: "searchOrders",
    call: "orders.searchOrders",
    version: "2026-01-01",
    method: "GET",
    rate: 0.0056,
    burst: 20,
  },
  getSolicitationActions: {
    name: "getSolicitationActionsForOrder",
    call: "solicitations.getSolicitationActionsForOrder",
    version: "v1",
    method: "GET",
    rate: 1,
    burst: 5,
  },
  requestReview: {
    name: "createProductReviewAndSellerFeedbackSolicitation",
    call: "solicitations.createProductReviewAndSellerFeedbackSolicitation",
    version: "v1",
    method: "POST",
    rate: 1,
    burst: 5,
  },
  getMessagingActions: {
    name: "getMessagingActionsForOrder",
    call: "messaging.getMessagingActionsForOrder",
    version: "v1",
    method: "GET",
    rate: 1,
    burst: 5,
  },
  getAttributes: {
    name: "GetAttributes",
    call: "messaging.GetAttributes",
    version: "v1",
    method: "GET",
    rate: 1,
    burst: 5,
  },
  createUploadDestination: {
    name: "createUploadDestinationForResource",
    call: "uploads.createUploadDestinationForResource",
    version: "2020-11-01",
    method: "POST",
    rate: 10,
    burst: 10,
  },
  createSubscription: {
    name: "createSubscription",
    call: "notifications.createSubscription",
    version: "v1",
    method: "POST",
    rate: 1,
    burst: 5,
  },
  getSubscription: {
    name: "getSubscription",
    call: "notifications.getSubscription",
    version: "v1",
    method: "GET",
    rate: 1,
    burst: 5,
  },
  createReport: {
    name: "createReport",
    call: "reports.createReport",
    version: "2021-06-30",
    method: "POST",
    rate: 0.0167,
    burst: 15,
  },
  getReport: {
    name: "getReport",
    call: "reports.getReport",
    version: "2021-06-30",
    method: "GET",
    rate: 2,
    burst: 15,
  },
  getReportDocument: {
    name: "getReportDocument",
    call: "reports.getReportDocument",
    version: "2021-06-30",
    method: "GET",
    rate: 0.0167,
    burst: 15,
  },
  getMarketplaceParticipations: {
    name: "getMarketplaceParticipations",
    call: "sellers.getMarketplaceParticipations",
    version: "v1",
    method: "GET",
    rate: 0.016,
    burst: 15,
  },
} as const satisfies Record<string, Operation>;

/** The name under which token requests are counted; Amazon publishes no rate for them. */
export const LWA_TOKEN = "lwaToken";
