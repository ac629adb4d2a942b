"use client";

import { cn } from "./cn.ts";
import { useMinute } from "./minute-ticker.ts";
import { absoluteWords, dayWords, relativeWords, shortWords } from "./time-words.ts";

interface TimeProps {
  /** ISO 8601 instant. */
  readonly at: string;
  /** IANA zone in which people read it. */
  readonly zone: string;
  readonly show?: "relative" | "absolute" | "day";
  readonly className?: string;
}

/** A time as people say it; the whole of it, with its zone and in UTC, when one points at it. */
export function Time({ at, zone, show = "relative", className }: TimeProps) {
  const now = useMinute();
  const instant = Date.parse(at);
  return (
    <time
      dateTime={at}
      title={`${absoluteWords(instant, zone)} ${zone}\n${absoluteWords(instant, "UTC")} UTC`}
      className={cn("whitespace-nowrap tabular-nums", className)}
    >
      {wordsFor({ instant, zone, show, now })}
    </time>
  );
}

interface Wanted {
  readonly instant: number;
  readonly zone: string;
  readonly show: "relative" | "absolute" | "day";
  readonly now: number | null;
}

/** The server has no "now" of the reader, so it writes the absolute form and the browser takes over. */
function wordsFor({ instant, zone, show, now }: Wanted): string {
  if (show === "day") return dayWords(instant, zone);
  if (show === "absolute" || now === null) return shortWords(instant, zone);
  return relativeWords(instant, now) ?? dayWords(instant, zone);
}
