import type { FlowVersion } from "./flow.ts";

/** What a person writes pins no flow; its message names this one, which has no condition and plans nothing. */
export const BY_HAND_FLOW: FlowVersion = {
  flowKey: "by-hand",
  version: 1,
  name: "Written by hand",
  priority: 0,
  marketplaceIds: "all",
  condition: null,
  steps: [],
};

export function isByHand({ flowKey }: { readonly flowKey: string }): boolean {
  return flowKey === BY_HAND_FLOW.flowKey;
}
