"use client";

import { cn } from "../../ui/cn.ts";
import { Mark, type Shape, type Tone } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { spanWords } from "../../ui/time-words.ts";
import { NoticeLine } from "../notice/notice-line.tsx";
import { DecisionReasons } from "./decision-reasons.tsx";
import { SentMail } from "./sent-mail.tsx";
import type { EventKind, TimeLineEvent } from "./time-line-events.ts";

const MARKS: Readonly<Record<EventKind, { tone: Tone; shape: Shape }>> = {
  amazon: { tone: "rule", shape: "ring" },
  decision: { tone: "accent", shape: "diamond" },
  act: { tone: "accent", shape: "disc" },
  notice: { tone: "rule", shape: "ring" },
  planned: { tone: "waiting", shape: "dash" },
};

/** Waits shorter than this are not worth a line. */
const WORTH_TELLING_MS = 3_600_000;

interface TimeLineProps {
  readonly orderRef: string;
  readonly events: readonly TimeLineEvent[];
  readonly zone: string;
}

/** The story of an order; every decision opens to its rules and the facts that they saw. */
export function TimeLine({ orderRef, events, zone }: TimeLineProps) {
  return (
    <ol className="flex flex-col">
      {events.map((event, index) => (
        <Entry
          key={event.key}
          orderRef={orderRef}
          event={event}
          zone={zone}
          last={index === events.length - 1}
          waited={waitBetween(event, events[index + 1])}
        />
      ))}
    </ol>
  );
}

interface EntryProps {
  readonly orderRef: string;
  readonly event: TimeLineEvent;
  readonly zone: string;
  readonly last: boolean;
  readonly waited: string | null;
}

function Entry({ orderRef, event, zone, last, waited }: EntryProps) {
  const mark = event.bad ? ({ tone: "refused", shape: "square" } as const) : MARKS[event.kind];
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-2">
      <span className="flex flex-col items-center pt-1.25">
        <Mark {...mark} />
        {last ? null : (
          <span className={cn("mt-1 w-px flex-1 bg-hairline", event.kind === "planned" && "bg-transparent")} />
        )}
      </span>
      <div className={cn("min-w-0", last ? "pb-0" : "pb-3")}>
        <div className="flex items-baseline justify-between gap-3">
          <span className={cn("font-medium", event.bad && "text-refused")}>{event.title}</span>
          <Time at={event.at} zone={zone} show="absolute" className="shrink-0 text-small text-ink-3" />
        </div>
        {event.note === null ? null : <p className="text-small text-ink-2">{event.note}</p>}
        {event.notice === null ? null : <NoticeLine notice={event.notice} />}
        {event.mail ? <SentMail orderRef={orderRef} /> : null}
        {event.decision === null ? null : <DecisionReasons decision={event.decision} zone={zone} />}
        {waited === null ? null : <p className="pt-2 text-small text-ink-3 tabular-nums">{waited}</p>}
      </div>
    </li>
  );
}

function waitBetween(event: TimeLineEvent, next: TimeLineEvent | undefined): string | null {
  if (next === undefined) return null;
  const span = Date.parse(next.at) - Date.parse(event.at);
  return span < WORTH_TELLING_MS ? null : `${spanWords(span)} later`;
}
