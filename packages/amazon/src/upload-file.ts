import { createHash } from "node:crypto";
import { request as httpsRequest } from "node:https";
import { AppError } from "@heed/core/errors";
import { agentFor } from "./agent.ts";
import { uploadDestinationAnswer } from "./answers.ts";
import type { GatewayOptions, UploadRequest } from "./gateway-types.ts";
import { OPERATIONS } from "./operations.ts";
import type { Reader } from "./read-answer.ts";

/** Uploads go to Amazon's own storage; a destination elsewhere is not one of Amazon's. */
const UPLOAD_HOST = /(^|\.)s3([.-][a-z0-9-]+)?\.amazonaws\.com$/;

const DEFAULT_TIMEOUT_MS = 20_000;

/** A file by the Uploads API: Amazon names a destination, signed for fifteen minutes, and the bytes are put there. */
export async function uploadFile(
  read: Reader,
  options: GatewayOptions,
  upload: UploadRequest,
): Promise<{ readonly uploadDestinationId: string }> {
  const { orderId, operation, marketplaceId, content, contentType } = upload;
  const resource = `messaging/v1/orders/${orderId}/messages/${operation}`;
  const query = { marketplaceIds: [marketplaceId], contentMD5: md5(content), contentType };
  const parameters = { apiPath: `/uploads/2020-11-01/uploadDestinations/${resource}`, query };
  const { payload } = await read(
    { operation: OPERATIONS.createUploadDestination, parameters },
    uploadDestinationAnswer,
  );
  const status = await options.clock.track(() => put(options, payload, content));
  if (status >= 200 && status < 300) return { uploadDestinationId: payload.uploadDestinationId };
  throw failed(status);
}

function md5(content: Uint8Array): string {
  return createHash("md5").update(content).digest("base64");
}

interface Destination {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The status of the answer; its body says nothing that we need. No redirect is followed. */
function put(options: GatewayOptions, { url, headers }: Destination, content: Uint8Array): Promise<number> {
  const target = new URL(url);
  if (target.protocol !== "https:" || !UPLOAD_HOST.test(target.hostname)) throw failed(0);
  const timeout = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  return new Promise<number>((resolve, reject) => {
    const sent = httpsRequest(
      target,
      {
        method: "PUT",
        agent: agentFor(options.endpoint),
        headers: { ...headers, "content-length": content.byteLength },
        signal: AbortSignal.timeout(timeout),
      },
      (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode ?? 0));
        response.once("error", (error) => reject(failed(0, error)));
      },
    );
    sent.once("error", (error) => reject(failed(0, error)));
    sent.end(content);
  });
}

/** Nothing has reached the buyer, so that another try is always safe. */
function failed(status: number, cause?: unknown): AppError {
  return new AppError("UPSTREAM", "A file could not be brought to Amazon", {
    retryable: true,
    details: { reason: "upload", status },
    cause,
  });
}
