import { checkMessage } from "../../check-message.ts";
import { type LabelledMessage, toMessage } from "./labelled-set.ts";

/** How well block is told from pass. */
export interface Score {
  readonly messages: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

export function scoreOf(messages: readonly LabelledMessage[]): Score {
  const bad = messages.filter(({ rule }) => rule !== null).length;
  const caught = messages.filter(isCaught);
  const right = caught.filter(({ rule }) => rule !== null).length;
  const wrong = caught.length - right;
  return {
    messages: messages.length,
    f1: ratio(2 * right, right + wrong + bad),
    precision: ratio(right, caught.length),
    recall: ratio(right, bad),
  };
}

export function isCaught(message: LabelledMessage): boolean {
  return checkMessage(toMessage(message)).verdict === "block";
}

/** Scores by what a message is labelled with: its language, or the rule that it breaks. */
export function scoresBy(
  messages: readonly LabelledMessage[],
  labelOf: (message: LabelledMessage) => string,
): ReadonlyMap<string, Score> {
  const groups = Map.groupBy(messages, labelOf);
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([label, group]) => [label, scoreOf(group)]));
}

/** Nothing to find, and nothing found, is all that could be asked. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
