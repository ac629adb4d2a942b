import type { FaultEntry } from "./entry.ts";

/** The entries that `--only 1,planted-4` names, or all. Throws for a name that is not there: a typo must not look like a pass. */
export function chooseFaults(entries: readonly FaultEntry[], only: string | undefined): readonly FaultEntry[] {
  if (only === undefined) return entries;
  return only.split(",").map((key) => {
    const found = entries.find((entry) => entry.key === key.trim());
    if (found === undefined)
      throw new Error(`no fault ${key}; there are ${entries.map((entry) => entry.key).join(", ")}`);
    return found;
  });
}
