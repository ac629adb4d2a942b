const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

export function dayLabel(day: string): string {
  return day === "" ? "" : DAY.format(new Date(`${day}T00:00:00Z`));
}
