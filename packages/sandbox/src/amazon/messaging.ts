import { z } from "zod";
import type { Effect } from "../journal/entry.ts";
import { marketplace } from "../world/marketplaces.ts";
import { orderAt } from "../world/order-at.ts";
import type { Answer } from "./answers.ts";
import { invalidInput, templateNotAllowed } from "./answers.ts";
import type { TypedMessage } from "./operations.ts";
import { TYPED_MESSAGES } from "./operations.ts";
import type { OrderInPath } from "./order-path.ts";
import { actionList, readOrder } from "./order-path.ts";
import type { SellerRequest } from "./request.ts";
import { isUploaded } from "./uploads.ts";

export function getMessagingActions(request: SellerRequest): Answer {
  const place = readOrder(request);
  if (!("order" in place)) return place;
  const offered = TYPED_MESSAGES.filter((type) => isOffered(type, place, request));
  const path = `/messaging/v1/orders/${place.order.orderId}`;
  const messages = offered.map((type) => [type.name, `/messages/${type.name}`] as const);
  return {
    status: 200,
    body: actionList({ path, marketplaceId: place.marketplaceId, hrefs: [...messages, ["attributes", "/attributes"]] }),
  };
}

/** The buyer's language of preference. */
export function getAttributes(request: SellerRequest): Answer {
  const place = readOrder(request);
  if (!("order" in place)) return place;
  const known = request.state.buyers.get(place.order.alias)?.locale;
  return {
    status: 200,
    body: { buyer: { locale: known ?? marketplace(place.marketplaceId).language.replace("_", "-") } },
  };
}

export function sendTypedMessage(request: SellerRequest): Answer<Effect> {
  const place = readOrder(request);
  if (!("order" in place)) return place;
  const type = request.route.message;
  if (type === null) return invalidInput("");
  const problem = problemOf(type, request.body);
  if (problem !== null) return invalidInput(problem);
  if (!filesAreThere(request, place.order.orderId)) return invalidInput("An uploadDestinationId is not known");
  if (!isOffered(type, place, request)) return templateNotAllowed();
  const { order, marketplaceId } = place;
  return {
    status: 201,
    body: {},
    effect: { kind: "typed_message", orderId: order.orderId, marketplaceId, operation: type.operationId },
  };
}

/**
 * | message                       | offered for                                             |
 * |-------------------------------|---------------------------------------------------------|
 * | confirmCustomizationDetails   | an order with a customised item, not yet shipped        |
 * | confirmDeliveryDetails        | merchant-fulfilled, paid, not yet delivered             |
 * | confirmOrderDetails           | merchant-fulfilled, paid, not yet shipped               |
 * | unexpectedProblem             | merchant-fulfilled, paid, not yet delivered             |
 * | legalDisclosure, warranty,    | any paid order                                          |
 * | invoice                       |                                                         |
 * | confirmServiceDetails,        | orders that say so in `extraMessages`                   |
 * | digitalAccessKey              |                                                         |
 * None for orders that are pending, cancelled or sold outside Amazon. Amazon publishes no such table: what an
 * order allows is whatever its list of actions says, and callers must read it there.
 */
function isOffered(type: TypedMessage, { order }: OrderInPath, { now }: SellerRequest): boolean {
  const moment = orderAt(order, now);
  const paid = moment !== null && ["UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED"].includes(moment.status);
  if (!paid || order.channel !== "amazon") return false;
  const [merchant, unshipped] = [order.fulfilledBy === "merchant", moment.status !== "SHIPPED"];
  switch (type.name) {
    case "confirmCustomizationDetails":
      return unshipped && order.items.some((item) => item.customized);
    case "confirmOrderDetails":
      return merchant && unshipped;
    case "confirmDeliveryDetails":
    case "unexpectedProblem":
      return merchant && !moment.delivered;
    case "legalDisclosure":
    case "warranty":
    case "invoice":
      return true;
    default:
      return order.extraMessages?.includes(type.name) ?? false;
  }
}

const attachment = z.object({ uploadDestinationId: z.string().min(1), fileName: z.string().min(1) });
const message = z.object({
  text: z.string().optional(),
  attachments: z.array(attachment).optional(),
  coverageStartDate: z.iso.datetime({ offset: true }).optional(),
  coverageEndDate: z.iso.datetime({ offset: true }).optional(),
});

function filesAreThere(request: SellerRequest, orderId: string): boolean {
  const { attachments = [] } = message.parse(request.body ?? {});
  return attachments.every(({ uploadDestinationId }) => isUploaded(request, orderId, uploadDestinationId));
}

/** What is wrong with the body of a typed message; the limits are those of the model. */
function problemOf(type: TypedMessage, body: unknown): string | null {
  const parsed = message.safeParse(body ?? {});
  if (!parsed.success) return "The body does not follow the schema";
  return textProblem(type, parsed.data.text) ?? attachmentProblem(type, parsed.data.attachments);
}

function textProblem(type: TypedMessage, text: string | undefined): string | null {
  if (type.text === null) return null;
  if (text === undefined || text.length === 0) return "text is required";
  if (text.length > type.text) return `text is longer than ${type.text} characters`;
  if (/<[a-z!/][^<>]*>/i.test(text)) return "text must not contain HTML";
  return /[^\s@]@[^\s@]+\.[^\s@]/.test(text) ? "text must not contain e-mail addresses" : null;
}

/** Fields that the model does not have are passed over, as the model allows. */
function attachmentProblem(type: TypedMessage, attachments: readonly unknown[] | undefined): string | null {
  const count = attachments?.length ?? 0;
  if (type.name === "warranty" && count === 0) return "attachments is required";
  return type.attachments !== null && count > type.attachments ? `more than ${type.attachments} attachments` : null;
}
