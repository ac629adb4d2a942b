import { createHash, randomUUID } from "node:crypto";
import { Temporal } from "@heed/core/time";
import type { Reply } from "../http/exchange.ts";
import type { AmazonCall, Effect, Fact } from "../journal/entry.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Answer } from "./answers.ts";
import { invalidInput, notFound } from "./answers.ts";
import { TYPED_MESSAGES } from "./operations.ts";
import type { SellerRequest } from "./request.ts";
import { listParam } from "./request.ts";

/** Where files for buyers go, as in the examples of uploads_2020-11-01.json. */
export const UPLOAD_HOST = "s3.amazonaws.com";
const BUCKET = "buyer-seller-messaging-sandbox-draft-attachment";
/** `X-Amz-Expires=900` of the published example. */
const EXPIRES_SECONDS = 900;
/** Help page 200389080: attachments up to 10 MB. */
export const MOST_UPLOAD_BYTES = 10 * 1024 * 1024;

const RESOURCE = /^\/?messaging\/v1\/orders\/([^/]+)\/messages\/([^/]+)$/;

export function createUploadDestination({ seller, route, query }: SellerRequest): Answer<Effect> {
  const md5 = query.get("contentMD5") ?? "";
  const [, orderId = "", name = ""] = RESOURCE.exec(route.resource ?? "") ?? [];
  if (listParam(query, "marketplaceIds").length !== 1)
    return invalidInput("marketplaceIds must have exactly one value");
  if (Buffer.from(md5, "base64").length !== 16) return invalidInput("contentMD5 must be the base64 of an MD5 digest");
  const type = TYPED_MESSAGES.find((message) => message.name === name);
  if (!seller.orders.has(orderId) || type === undefined || type.attachments === null) return notFound();
  const uploadDestinationId = randomUUID();
  const url = `https://${UPLOAD_HOST}/${BUCKET}/${uploadDestinationId}?X-Amz-Expires=${EXPIRES_SECONDS}`;
  const headers = { "Content-MD5": md5, "x-amz-server-side-encryption": "aws:kms" };
  return { status: 201, body: { payload: { uploadDestinationId, url, headers } } };
}

/** The destination that a call was given: what the log keeps of it. */
export function afterUploadDestination(call: AmazonCall, { status, body }: Answer<Effect>): readonly Fact[] {
  if (call.operation !== "createUploadDestinationForResource" || status !== 201 || call.sellerId === null) return [];
  const { payload } = body as {
    readonly payload: { readonly uploadDestinationId: string; readonly headers: { readonly "Content-MD5": string } };
  };
  return [
    {
      kind: "amazon.upload_destination",
      uploadDestinationId: payload.uploadDestinationId,
      sellerId: call.sellerId,
      orderId: call.orderId ?? "",
      md5: payload.headers["Content-MD5"],
    },
  ];
}

interface Put {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly content: Buffer;
}

/**
 * The storage itself. Errors as S3 names them (REST error responses, 2026-11):
 *
 * | request                                       | answer                     |
 * |-----------------------------------------------|----------------------------|
 * | no such destination, or not a PUT             | 403 AccessDenied           |
 * | after fifteen minutes                         | 403 AccessDenied           |
 * | a signed header is missing or another         | 403 SignatureDoesNotMatch  |
 * | the content has another MD5                   | 400 BadDigest              |
 * | more than 10 MB                               | 400 EntityTooLarge         |
 */
export function storeUpload(sandbox: Sandbox, { method, path, headers, content }: Put): Reply {
  const id = path.split("/").at(-1) ?? "";
  const known = sandbox.state.uploads.get(id);
  if (method !== "PUT" || known === undefined || !path.startsWith(`/${BUCKET}/`))
    return storageError(403, "AccessDenied");
  const expires = Temporal.Instant.from(known.at).add({ seconds: EXPIRES_SECONDS });
  if (Temporal.Instant.compare(expires, sandbox.clock.now()) <= 0) return storageError(403, "AccessDenied");
  const signed = headers["content-md5"] === known.md5 && headers["x-amz-server-side-encryption"] === "aws:kms";
  if (!signed) return storageError(403, "SignatureDoesNotMatch");
  if (content.length > MOST_UPLOAD_BYTES) return storageError(400, "EntityTooLarge");
  if (createHash("md5").update(content).digest("base64") !== known.md5) return storageError(400, "BadDigest");
  sandbox.record({ kind: "amazon.upload", uploadDestinationId: id, size: content.length });
  return { status: 200, body: "" };
}

function storageError(status: number, code: string): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`;
  return { status, headers: { "content-type": "application/xml" }, body };
}

/** Whether a message about this order may name the file: brought by the same seller, for the same order. */
export function isUploaded({ state, seller }: SellerRequest, orderId: string, uploadDestinationId: string): boolean {
  const upload = state.uploads.get(uploadDestinationId);
  return upload?.uploaded === true && upload.sellerId === seller.store.sellerId && upload.orderId === orderId;
}
