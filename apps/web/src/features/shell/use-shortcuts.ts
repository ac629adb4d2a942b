"use client";

import { useEffect, useRef } from "react";
import { matchShortcut, type Pressed, type ShortcutId } from "./shortcuts.ts";

export type ShortcutActions = Partial<Readonly<Record<ShortcutId, () => void>>>;

/** Time between the two keys of `g o`. */
const SEQUENCE_MS = 1000;

/** Binds keys while the component is on the page; keys without an action here are left to others. */
export function useShortcuts(actions: ShortcutActions): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const find = shortcutFinder();
    const onKeyDown = (event: KeyboardEvent) => {
      const found = find(event);
      const action = found === null ? undefined : latest.current[found];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** Remembers the last key, so that `g o` is found at the `o`. */
function shortcutFinder(): (event: KeyboardEvent) => ShortcutId | null {
  let before: { key: string; at: number } | null = null;
  return (event) => {
    if (event.defaultPrevented || event.repeat) return null;
    const recent = before !== null && event.timeStamp - before.at < SEQUENCE_MS ? before.key : null;
    before = { key: event.key, at: event.timeStamp };
    return matchShortcut(pressedOf(event), recent);
  };
}

function pressedOf(event: KeyboardEvent): Pressed {
  return {
    key: event.key,
    mod: event.metaKey || event.ctrlKey,
    alt: event.altKey,
    inField: isField(event.target),
  };
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
