import type { Shape, Tone } from "../../ui/state-mark.tsx";

export type FlowState = "draft" | "active" | "paused" | "archived";

export const FLOW_STATES: Readonly<Record<FlowState, { word: string; tone: Tone; shape: Shape }>> = {
  draft: { word: "Draft", tone: "rule", shape: "dash" },
  active: { word: "Active", tone: "reached", shape: "disc" },
  paused: { word: "Paused", tone: "waiting", shape: "ring" },
  archived: { word: "Archived", tone: "rule", shape: "slash" },
};
