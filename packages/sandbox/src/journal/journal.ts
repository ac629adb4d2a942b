import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import type { Entry, Fact } from "./entry.ts";

export interface Journal {
  /** Writes before it returns, all facts in one write: after a kill either all or none of them are there. */
  append(now: Instant, facts: readonly Fact[]): readonly Entry[];
  entries(): readonly Entry[];
  close(): void;
}

/** Opens the append-only log; what an earlier process wrote is read back and never rewritten. */
export function openJournal(dir: string): Journal {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, "log.jsonl");
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const entries = text.split("\n").flatMap(parseLine);
  const file = openSync(path, "a");
  if (text !== "" && !text.endsWith("\n")) writeSync(file, "\n");
  return {
    append(now, facts) {
      const realAt = Temporal.Now.instant().toString();
      const added = facts.map((fact, index) => ({
        seq: entries.length + index + 1,
        at: now.toString(),
        realAt,
        ...fact,
      }));
      writeSync(file, added.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
      entries.push(...added);
      return added;
    },
    entries: () => entries,
    close: () => closeSync(file),
  };
}

/** A line cut short by a kill was never answered for, so it did not happen. */
function parseLine(line: string): readonly Entry[] {
  if (line === "") return [];
  try {
    return [JSON.parse(line) as Entry];
  } catch {
    return [];
  }
}
