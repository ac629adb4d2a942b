import { createReadStream } from "node:fs";
import { AppError } from "@heed/core/errors";

/** A file's path, or a function that opens the same bytes anew each time: reports are read several times over. */
export type ReportSource = string | (() => AsyncIterable<Uint8Array>);

/** Throws INVALID when the file is not there or may not be read. */
export async function* readBytes(source: ReportSource): AsyncGenerator<Uint8Array, void, void> {
  if (typeof source !== "string") {
    yield* source();
    return;
  }
  const stream: AsyncIterable<Buffer> = createReadStream(source, { highWaterMark: 256 * 1024 });
  try {
    yield* stream;
  } catch (cause) {
    throw new AppError("INVALID", "The report file cannot be read", { cause });
  }
}
