import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "@heed/core/errors";
import { agentFor } from "./agent.ts";
import type { GatewayOptions } from "./gateway-types.ts";
import type { ReportSource } from "./reports/report-source.ts";

/** Documents lie in Amazon's own storage or behind its content network; a link elsewhere is not followed. */
function isDocumentHost(host: string): boolean {
  if (/^[a-z0-9]+\.cloudfront\.net$/.test(host)) return true;
  const labels = host.split(".");
  if (labels.slice(-2).join(".") !== "amazonaws.com") return false;
  const storage = labels.slice(0, -2).findIndex((label) => label === "s3" || /^s3-[a-z0-9-]+$/.test(label));
  return storage >= 0 && labels.slice(storage, -2).every((label) => /^[a-z0-9-]+$/.test(label));
}

/** Bytes as they come over the wire: a packed report of 10 M lines is smaller. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Unpacked: what grows beyond this is no report. */
const MOST_UNPACKED = 4 * 1024 ** 3;
const DEFAULT_TIMEOUT_MS = 60_000;

export interface DocumentLink {
  readonly url: string;
  readonly packed: boolean;
}

/** The bytes of a document, kept packed in memory and unpacked anew for each reading. */
export async function downloadDocument(options: GatewayOptions, { url, packed }: DocumentLink): Promise<ReportSource> {
  const target = new URL(url);
  if (target.protocol !== "https:" || !isDocumentHost(target.hostname)) throw failed("elsewhere");
  const bytes = await options.clock.track(() => fetchBytes(options, target));
  return packed ? () => unpacked(bytes) : () => Readable.from([bytes]);
}

function fetchBytes(options: GatewayOptions, target: URL): Promise<Buffer> {
  const signal = AbortSignal.timeout(Math.max(options.timeoutMs ?? 0, DEFAULT_TIMEOUT_MS));
  return new Promise<Buffer>((resolve, reject) => {
    const request = get(target, { agent: agentFor(options.endpoint), signal }, (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        reject(failed(`status ${response.statusCode}`));
        return;
      }
      collect(response).then(resolve, reject);
    });
    request.once("error", (error) => reject(failed("unreachable", error)));
  });
}

async function collect(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_BYTES) throw new AppError("LIMIT_EXCEEDED", "A report is too large to be read");
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof AppError ? error : failed("broken off", error);
  }
  if (!response.complete) throw failed("broken off");
  return Buffer.concat(chunks);
}

async function* unpacked(bytes: Buffer): AsyncGenerator<Uint8Array, void, void> {
  let size = 0;
  try {
    for await (const chunk of Readable.from([bytes]).pipe(createGunzip()) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MOST_UNPACKED) throw new AppError("LIMIT_EXCEEDED", "A report is too large to be read");
      yield chunk;
    }
  } catch (error) {
    throw error instanceof AppError ? error : failed("not packed as it says", error);
  }
}

/** The report can be asked for again. */
function failed(reason: string, cause?: unknown): AppError {
  return new AppError("UPSTREAM", "A report cannot be downloaded", { retryable: true, details: { reason }, cause });
}
