import type { MessageState } from "@heed/core/message/message";
import { StateMark } from "../../ui/state-mark.tsx";
import { NOT_PLANNED, STATE_LOOKS } from "./message-words.ts";

/** State of an order's message; null where no message was planned. */
export function MessageMark({ state }: { state: MessageState | null }) {
  return <StateMark {...(state === null ? NOT_PLANNED : STATE_LOOKS[state])} />;
}
