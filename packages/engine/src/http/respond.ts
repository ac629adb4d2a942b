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
  const bytes = await readBytes(request, limit);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("INVALID", "The body is not JSON in UTF-8", { cause });
  }
}

/** What is over the limit is read and dropped, so that the answer arrives and the connection stays usable. */
function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks = [];
    });
    request.on("end", () => {
      if (size <= limit) resolve(Buffer.concat(chunks));
      else reject(new AppError("LIMIT_EXCEEDED", `The body is longer than ${limit} bytes`));
    });
    request.on("error", reject);
  });
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
