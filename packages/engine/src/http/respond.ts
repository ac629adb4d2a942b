import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "@heed/core/errors";

/** Sends JSON. */
export function respond(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}

/** Reads a JSON body of at most so many bytes; throws INVALID or LIMIT_EXCEEDED. */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > limit) throw new AppError("LIMIT_EXCEEDED", `The body is longer than ${limit} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch (cause) {
    throw new AppError("INVALID", "The body is not JSON in UTF-8", { cause });
  }
}

const statuses: Readonly<Partial<Record<AppError["code"], number>>> = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 413,
};

/** The status of an error and what may be told about it. */
export function errorAnswer(error: unknown): { readonly status: number; readonly message: string } {
  if (!(error instanceof AppError)) return { status: 503, message: "The engine cannot answer now" };
  return { status: statuses[error.code] ?? 503, message: error.message };
}
