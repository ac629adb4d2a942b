import type { Outputs } from "../../server/routers/app.ts";
import type { Shape, Tone } from "../../ui/state-mark.tsx";

type SystemState = Outputs["system"]["state"];
export type PartState = SystemState["mail"]["state"];

export const PART_LOOKS: Readonly<Record<PartState, { readonly tone: Tone; readonly shape: Shape }>> = {
  ok: { tone: "reached", shape: "disc" },
  trouble: { tone: "refused", shape: "square" },
  unknown: { tone: "rule", shape: "dash" },
};

export const STATE_WORDS: Readonly<Record<PartState, string>> = {
  ok: "All working",
  trouble: "Trouble",
  unknown: "Not known yet",
};

export interface SystemPart {
  readonly name: string;
  readonly state: PartState;
  readonly lastAt: string | null;
  /** What it means for the reader's messages. */
  readonly meaning: string;
}

/** The three parts that sending needs, each with a sentence that says what its state means for orders. */
export function systemParts({ amazon, mail, engine }: SystemState): readonly SystemPart[] {
  return [
    { name: "Amazon", state: amazon.state, lastAt: amazon.lastAt?.toString() ?? null, meaning: amazonMeaning(amazon) },
    { name: "Mail", state: mail.state, lastAt: mail.lastAt?.toString() ?? null, meaning: mailMeaning(mail) },
    { name: "Engine", state: engine.state, lastAt: engine.lastAt?.toString() ?? null, meaning: engineMeaning(engine) },
  ];
}

/** Trouble anywhere is trouble; a part that had nothing to do yet takes nothing from those that work. */
export function worstOf(parts: readonly SystemPart[]): PartState {
  if (parts.some(({ state }) => state === "trouble")) return "trouble";
  return parts.some(({ state }) => state === "ok") ? "ok" : "unknown";
}

function amazonMeaning({ state, stores }: SystemState["amazon"]): string {
  if (state === "unknown") return "No store has been synced yet. Orders appear after the first sync.";
  if (state === "ok") return "Orders come in, requests go out.";
  const names = stores.filter(({ lastError }) => lastError !== null).map(({ name }) => name);
  return `The last sync of ${names.join(", ")} failed. It is tried again by itself; new orders wait until then.`;
}

function mailMeaning({ state, unread }: SystemState["mail"]): string {
  if (state === "unknown") return "No mail has come in yet. Notices appear when Amazon sends the first.";
  if (state === "ok") return "Notices are read as they come in.";
  return `${unread} received ${unread === 1 ? "mail waits" : "mails wait"} to be read. Until then an opt-out in them is not honoured yet.`;
}

function engineMeaning({ state, unsent }: SystemState["engine"]): string {
  if (state === "unknown") return "Nothing has been handed to the engine yet.";
  if (state === "ok") return "Messages that fall due are handed on at once.";
  return `${unsent} ${unsent === 1 ? "event waits" : "events wait"} to be handed on. Messages go out late, none is lost.`;
}
