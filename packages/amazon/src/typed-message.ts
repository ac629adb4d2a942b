import type { TypedName } from "@heed/core/message/typed-operation";
import type { ApiProblem } from "./api-error.ts";
import type { Call, CallResult } from "./call.ts";
import type { TypedOutcome, TypedRefusal, TypedRequest } from "./gateway-types.ts";
import type { Operation } from "./operations.ts";

/** Ids of the operations by the last part of their path (messaging.json, 2026-08-05). */
const OPERATION_IDS: Readonly<Record<TypedName, string>> = {
  confirmCustomizationDetails: "confirmCustomizationDetails",
  confirmDeliveryDetails: "createConfirmDeliveryDetails",
  confirmOrderDetails: "createConfirmOrderDetails",
  confirmServiceDetails: "createConfirmServiceDetails",
  unexpectedProblem: "createUnexpectedProblem",
  legalDisclosure: "createLegalDisclosure",
  digitalAccessKey: "createDigitalAccessKey",
  invoice: "sendInvoice",
  warranty: "CreateWarranty",
};

/** One token a second and five at once each; the model gives sendInvoice no rate, so it gets its siblings'. */
function operationOf(name: TypedName): Operation {
  const id = OPERATION_IDS[name];
  return { name: id, call: `messaging.${id}`, version: "v1", method: "POST", rate: 1, burst: 5 };
}

export async function sendTypedMessage(
  call: (call: Call) => Promise<CallResult>,
  request: TypedRequest,
): Promise<TypedOutcome> {
  const path = { amazonOrderId: request.orderId };
  const query = { marketplaceIds: [request.marketplaceId] };
  return typedOutcome(
    await call({ operation: operationOf(request.operation), parameters: { path, query, body: bodyOf(request) } }),
  );
}

function bodyOf({ text, attachments, coverage }: TypedRequest): Readonly<Record<string, unknown>> {
  return {
    ...(text === null ? {} : { text }),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(coverage?.from == null ? {} : { coverageStartDate: coverage.from }),
    ...(coverage?.to == null ? {} : { coverageEndDate: coverage.to }),
  };
}

function typedOutcome(result: CallResult): TypedOutcome {
  switch (result.kind) {
    case "done":
      return { kind: "accepted" };
    case "refused":
      return { kind: "refused", reason: refusalOf(result.status, result.problem), message: result.problem.message };
    case "lost":
      return { kind: "lost", cause: result.cause };
    case "later":
      return { kind: "retry", after: result.after };
    case "revoked":
      return { kind: "revoked" };
  }
}

/** "Invalid amazonOrderId and template combination." is what developers quote (selling-partner-api-docs#193). */
function refusalOf(status: number, { message, details }: ApiProblem): TypedRefusal {
  if (status === 404) return "not_found";
  if (status !== 403) return "invalid_request";
  return /template combination/i.test(`${message} ${details}`) ? "not_offered" : "other_403";
}
