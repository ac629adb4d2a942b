import type { Effect } from "../journal/entry.ts";
import type { Answer } from "./answers.ts";
import { getAttributes, getMessagingActions, sendTypedMessage } from "./messaging.ts";
import { createSubscription, getSubscription } from "./notifications.ts";
import type { SellerOperation } from "./operations.ts";
import { getOrder, searchOrders } from "./orders.ts";
import { createReport, getReport, getReportDocument } from "./reports.ts";
import type { SellerRequest } from "./request.ts";
import { getMarketplaceParticipations } from "./sellers.ts";
import { createReviewSolicitation, getSolicitationActions } from "./solicitations.ts";
import { createUploadDestination } from "./uploads.ts";

const HANDLERS: Readonly<Record<SellerOperation, (request: SellerRequest) => Answer<Effect>>> = {
  searchOrders,
  getOrder,
  getSolicitationActionsForOrder: getSolicitationActions,
  createProductReviewAndSellerFeedbackSolicitation: createReviewSolicitation,
  getMessagingActionsForOrder: getMessagingActions,
  GetAttributes: getAttributes,
  sendTypedMessage,
  createUploadDestinationForResource: createUploadDestination,
  createSubscription,
  getSubscription,
  createReport,
  getReport,
  getReportDocument,
  getMarketplaceParticipations,
};

export function handle(operation: SellerOperation, request: SellerRequest): Answer<Effect> {
  return HANDLERS[operation](request);
}
