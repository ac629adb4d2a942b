import { actionsAnswer, attributesAnswer, participationsAnswer } from "./answers.ts";
import type { Call } from "./call.ts";
import { createCaller } from "./call.ts";
import type {
  Gateway,
  GatewayOptions,
  MarketplaceParticipation,
  ReviewOutcome,
  SolicitationActions,
} from "./gateway-types.ts";
import { OPERATIONS } from "./operations.ts";
import type { Reader } from "./read-answer.ts";
import { createReader } from "./read-answer.ts";
import { reportCalls } from "./report-calls.ts";
import { reviewOutcome } from "./review-outcome.ts";
import { searchCreated } from "./search-created.ts";
import { searchOrders } from "./search-orders.ts";
import { subscribeToOrders } from "./subscribe.ts";
import { sendTypedMessage } from "./typed-message.ts";
import { uploadFile } from "./upload-file.ts";

export function createGateway(options: GatewayOptions): Gateway {
  const call = createCaller(options);
  const read = createReader(call);
  return {
    searchOrders: (search) => searchOrders(read, options.clock, search),
    searchCreated: (search) => searchCreated(read, search),
    getSolicitationActions: (orderId, marketplaceId) => solicitationActions(read, orderId, marketplaceId),
    requestReview: async (orderId, marketplaceId): Promise<ReviewOutcome> =>
      reviewOutcome(await call({ operation: OPERATIONS.requestReview, parameters: ofOrder(orderId, marketplaceId) })),
    getMessagingActions: async (orderId, marketplaceId) =>
      (
        await read(
          { operation: OPERATIONS.getMessagingActions, parameters: ofOrder(orderId, marketplaceId) },
          actionsAnswer,
        )
      )._links.actions.map((action) => action.name),
    getAttributes: async (orderId, marketplaceId) => {
      const request = { operation: OPERATIONS.getAttributes, parameters: ofOrder(orderId, marketplaceId) };
      return { locale: (await read(request, attributesAnswer)).buyer?.locale ?? null };
    },
    uploadFile: (upload) => uploadFile(read, options, upload),
    sendTypedMessage: (request) => sendTypedMessage(call, request),
    subscribeToOrders: (destinationId) => subscribeToOrders(read, destinationId),
    ...reportCalls(read, options),
    getMarketplaceParticipations: () => marketplaceParticipations(read),
  };
}

/** The name of the one solicitation in Amazon's list of actions (solicitations.json, 2026-08-05). */
const REVIEW_ACTION = "productReviewAndSellerFeedback";

async function solicitationActions(read: Reader, orderId: string, marketplaceId: string): Promise<SolicitationActions> {
  const parameters = ofOrder(orderId, marketplaceId);
  const answer = await read({ operation: OPERATIONS.getSolicitationActions, parameters }, actionsAnswer);
  const names = answer._links.actions.map((action) => action.name);
  return { offered: names.includes(REVIEW_ACTION), names };
}

async function marketplaceParticipations(read: Reader): Promise<readonly MarketplaceParticipation[]> {
  const request = { operation: OPERATIONS.getMarketplaceParticipations, parameters: {} };
  const { payload } = await read(request, participationsAnswer);
  return payload.map(({ marketplace, participation, storeName }) => ({
    marketplaceId: marketplace.id,
    countryCode: marketplace.countryCode,
    currency: marketplace.defaultCurrencyCode,
    language: marketplace.defaultLanguageCode,
    domain: marketplace.domainName,
    storeName,
    participating: participation.isParticipating,
    suspendedListings: participation.hasSuspendedListings,
  }));
}

function ofOrder(orderId: string, marketplaceId: string): Call["parameters"] {
  return { path: { amazonOrderId: orderId }, query: { marketplaceIds: [marketplaceId] } };
}
