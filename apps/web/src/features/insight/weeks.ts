/** ISO dates of the Mondays from one instant to another, UTC, the oldest first. */
export function mondays(from: string, to: string): readonly string[] {
  const day = new Date(`${from.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  const weeks: string[] = [];
  for (; day.toISOString().slice(0, 10) <= to.slice(0, 10); day.setUTCDate(day.getUTCDate() + 7)) {
    weeks.push(day.toISOString().slice(0, 10));
  }
  return weeks;
}
