/** Keys of the app: one list binds them, fills the sheet behind `?` and the hints of buttons. */
export const SHORTCUTS = {
  menu: { keys: ["mod+k"], label: "Command menu", group: "General" },
  search: { keys: ["/"], label: "Search orders", group: "General" },
  help: { keys: ["?"], label: "Keyboard shortcuts", group: "General" },
  rail: { keys: ["["], label: "Narrow or widen the side bar", group: "General" },
  overview: { keys: ["g", "v"], label: "Go to Overview", group: "Go to" },
  orders: { keys: ["g", "o"], label: "Go to Orders", group: "Go to" },
  optOuts: { keys: ["g", "u"], label: "Go to Opt-outs", group: "Go to" },
  stores: { keys: ["g", "s"], label: "Choose a store", group: "Go to" },
  nextRow: { keys: ["j"], label: "Next row", group: "Lists" },
  previousRow: { keys: ["k"], label: "Previous row", group: "Lists" },
  openFull: { keys: ["o"], label: "Open the full page", group: "Lists" },
  olderPage: { keys: ["n"], label: "Older page", group: "Lists" },
  newerPage: { keys: ["p"], label: "Newer page", group: "Lists" },
} as const satisfies Readonly<Record<string, Shortcut>>;

export interface Shortcut {
  /** Pressed one after the other; `mod` is ⌘ or Ctrl. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly group: "General" | "Go to" | "Lists";
}

export type ShortcutId = keyof typeof SHORTCUTS;

/** Keys as they are printed on this keyboard. */
export function keyCaps(keys: readonly string[], mac: boolean): readonly string[] {
  return keys.flatMap((key) => (key === "mod+k" ? [mac ? "⌘" : "Ctrl", "K"] : [key]));
}

export interface Pressed {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly inField: boolean;
}

/**
 * The shortcut that a key completes, given the key pressed just before, or null. Single letters never act in fields;
 * with ⌘, Ctrl or Alt held only `mod` keys do.
 */
export function matchShortcut(pressed: Pressed, before: string | null): ShortcutId | null {
  const name = pressed.mod ? `mod+${pressed.key.toLowerCase()}` : pressed.key;
  if (pressed.alt || (pressed.inField && !pressed.mod)) return null;
  const entries = Object.entries(SHORTCUTS) as [ShortcutId, Shortcut][];
  const twoKeys = entries.find(([, { keys }]) => keys.length === 2 && keys[0] === before && keys[1] === name);
  if (twoKeys !== undefined) return twoKeys[0];
  return entries.find(([, { keys }]) => keys.length === 1 && keys[0] === name)?.[0] ?? null;
}
