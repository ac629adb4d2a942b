import type { StateSegment } from "./order-filters.ts";

export const SEGMENT_WORDS: Readonly<Record<StateSegment, string>> = {
  waiting: "Waiting",
  sent: "Sent",
  reached: "Reached",
  refused: "Refused",
  needs_you: "Needs you",
};
