import type { ReportEncoding } from "./encoding.ts";
import type { ReportSource } from "./report-source.ts";
import { readBytes } from "./report-source.ts";

export interface Line {
  /** Counted from 1, the header included. */
  readonly number: number;
  /** Null for a line longer than any report's: it is passed over, not kept. */
  readonly text: string | null;
}

/** Characters; the longest real lines have a few thousand. */
const LONGEST_LINE = 64 * 1024;

/** The lines of a file in batches, one per chunk, in constant memory. A byte-order mark is dropped, `\r\n` is one end. */
export async function* readLines(
  source: ReportSource,
  encoding: ReportEncoding,
): AsyncGenerator<readonly Line[], void, void> {
  const decoder = new TextDecoder(encoding);
  const splitter = lineSplitter();
  for await (const chunk of readBytes(source)) yield splitter.push(decoder.decode(chunk, { stream: true }));
  yield splitter.push(decoder.decode());
  yield splitter.finish();
}

function lineSplitter() {
  let number = 0;
  let rest = "";
  let tooLong = false;

  function line(text: string): Line {
    number++;
    const skipped = tooLong || text.length > LONGEST_LINE;
    tooLong = false;
    if (skipped) return { number, text: null };
    return { number, text: text.endsWith("\r") ? text.slice(0, -1) : text };
  }

  return {
    push(text: string): readonly Line[] {
      const parts = (rest + text).split("\n");
      rest = parts.pop() ?? "";
      const lines = parts.map(line);
      if (rest.length > LONGEST_LINE) {
        tooLong = true;
        rest = "";
      }
      return lines;
    },
    finish: (): readonly Line[] => (rest === "" && !tooLong ? [] : [line(rest)]),
  };
}
