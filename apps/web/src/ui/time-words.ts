const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "in 3 h", "5 min ago"; null where a date says more, from a week on. */
export function relativeWords(at: number, now: number): string | null {
  const away = Math.abs(at - now);
  if (away < MINUTE) return at > now ? "in a moment" : "just now";
  if (away >= 7 * DAY) return null;
  // Seconds beside minutes would be wrong as soon as they are read.
  const words = spanWords(away < HOUR ? away - (away % MINUTE) : away);
  return at > now ? `in ${words}` : `${words} ago`;
}

/** The two largest units of a span: "6 d 23 h", "2 h 5 min", "40 s". */
export function spanWords(milliseconds: number): string {
  const units: readonly (readonly [string, number])[] = [
    ["d", DAY],
    ["h", HOUR],
    ["min", MINUTE],
    ["s", 1000],
  ];
  const first = units.findIndex(([, size]) => milliseconds >= size);
  if (first === -1) return "0 s";
  return units
    .slice(first, first + 2)
    .reduce<{ left: number; parts: string[] }>(
      ({ left, parts }, [unit, size]) => {
        const count = Math.floor(left / size);
        return { left: left - count * size, parts: count === 0 ? parts : [...parts, `${count} ${unit}`] };
      },
      { left: milliseconds, parts: [] },
    )
    .parts.join(" ");
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", options);
  formats.set(key, made);
  return made;
}

/** "12 Nov 2026, 14:05" in the zone given. */
export function absoluteWords(at: number, zone: string): string {
  return format(`absolute ${zone}`, { timeZone: zone, dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** "12 Nov" in the zone given. */
export function dayWords(at: number, zone: string): string {
  return format(`day ${zone}`, { timeZone: zone, day: "numeric", month: "short" }).format(at);
}

/** "12 Nov, 14:05" in the zone given. */
export function shortWords(at: number, zone: string): string {
  return format(`short ${zone}`, {
    timeZone: zone,
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
}
