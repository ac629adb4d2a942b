import { count, percent } from "../number-words.ts";

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

export function dayLabel(day: string): string {
  return day === "" ? "" : DAY.format(new Date(`${day}T00:00:00Z`));
}

interface Measured {
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
  readonly refused: number;
  readonly sent: number;
}

/** "1.9 % (0.8–3.6 %), 3 of 158" */
export function rateWords({ rate, interval, refused, sent }: Measured): string {
  if (rate === null || interval === null) return "No message that a buyer could refuse";
  const [low, high] = interval;
  return `${percent(rate)} (${percent(low).replace(" %", "")}–${percent(high)}), ${count(refused)} of ${count(sent)}`;
}
