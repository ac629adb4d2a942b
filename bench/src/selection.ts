/** The entries that `--only b,d` names, or all. Throws for a name that is not there: a typo must not look like a pass. */
export function chooseEntries<E extends { readonly key: string }>(
  entries: readonly E[],
  only: string | undefined,
): readonly E[] {
  if (only === undefined) return entries;
  const keys = only.split(",").map((key) => key.trim());
  const unknown = keys.filter((key) => !entries.some((entry) => entry.key === key));
  if (unknown.length > 0) {
    throw new Error(`no entry ${unknown.join(", ")}; there are ${entries.map(({ key }) => key).join(", ")}`);
  }
  return entries.filter(({ key }) => keys.includes(key));
}
