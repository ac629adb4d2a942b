import type { Instant } from "@heed/core/time";

const FORM = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

/** "25 November 2026 at 18:00 UTC": a mail does not know where its reader is. */
export function mailTime(at: Instant): string {
  return `${FORM.format(at.epochMilliseconds)} UTC`;
}
