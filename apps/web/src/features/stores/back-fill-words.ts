import type { Outputs } from "../../server/routers/app.ts";
import { counted } from "../number-words.ts";

type Job = NonNullable<Outputs["amazon"]["backFill"]["job"]>;

export interface Look {
  readonly words: string;
  /** Of the span of time that is brought in, from 0 to 1. */
  readonly share: number;
  readonly bad: number;
  /** It is under way or paused: none may be started beside it. */
  readonly open: boolean;
  readonly paused: boolean;
}

const STATES: Readonly<Record<Job["state"], string>> = {
  waiting: "coming in",
  running: "coming in",
  paused: "paused",
  done: "done",
  failed: "stopped",
};

/** What a back-fill has done, by the months that it has been through. */
export function backFillLook({ state, progress }: Job): Look {
  const { done = 0, bad = 0, span } = progress ?? {};
  const share = state === "done" ? 1 : shareOf(span);
  const open = state === "waiting" || state === "running" || state === "paused";
  const at = open && span !== undefined ? `, as far as ${span.at.slice(0, 10)}` : "";
  return { words: `${counted(done, "order")} ${STATES[state]}${at}`, share, bad, open, paused: state === "paused" };
}

function shareOf(span: { readonly from: string; readonly until: string; readonly at: string } | undefined): number {
  if (span === undefined) return 0;
  const [from, until, at] = [Date.parse(span.from), Date.parse(span.until), Date.parse(span.at)];
  return until <= from ? 1 : Math.min(1, Math.max(0, (at - from) / (until - from)));
}
