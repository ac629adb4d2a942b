import { createWriteStream, type WriteStream } from "node:fs";

const REOPEN_AFTER = 5_000;

export interface PartLog {
  write(bytes: Buffer): void;
  end(): void;
}

/**
 * The log file of a part. A full disk must not end the one that watches over the parts: what cannot be written is
 * dropped, and the file is opened again once in a while until it takes lines.
 */
export function openPartLog(file: string): PartLog {
  let stream = open(file);
  let opened = performance.now();
  return {
    write(bytes) {
      if (stream.destroyed) {
        if (performance.now() - opened < REOPEN_AFTER) return;
        stream = open(file);
        opened = performance.now();
      }
      stream.write(bytes);
    },
    end() {
      if (!stream.destroyed) stream.end();
    },
  };
}

function open(file: string): WriteStream {
  // The stream destroys itself after an error; whoever shows the parts' last words names the full disk.
  return createWriteStream(file, { flags: "a" }).on("error", () => undefined);
}
