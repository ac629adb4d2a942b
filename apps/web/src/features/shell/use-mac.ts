"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether this keyboard has ⌘; false on the server. */
export function useMac(): boolean {
  return useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/i.test(navigator.userAgent),
    () => false,
  );
}
