const DAY = 86_400;

/** The end of the n-th period after the anchor: the anchor's day of the month, or the month's last one. */
export function periodEnd(anchor: number, interval: "month" | "year", count: number): number {
  const start = new Date(anchor * 1_000);
  const months = (interval === "year" ? 12 : 1) * count;
  const first = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1);
  const month = new Date(first);
  const last = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(start.getUTCDate(), last);
  return Math.floor(first / 1_000) + (day - 1) * DAY + (anchor - Math.floor(anchor / DAY) * DAY);
}

/** The end of the period that begins at `from`. */
export function nextEnd(anchor: number, interval: "month" | "year", from: number): number {
  for (let count = 1; ; count += 1) {
    const end = periodEnd(anchor, interval, count);
    if (end > from) return end;
  }
}
