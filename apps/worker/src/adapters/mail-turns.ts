import { observeProviderRate, takeProviderTurn } from "@heed/db/commands/provider-turn";
import type { SystemDb } from "@heed/db/system-db";
import type { MailTurns } from "./mailer.ts";

const PROVIDER = "resend";
/** Two requests a second and team, unless Resend has told another number. */
const RATE = 2;
/** A mail whose turn is further away is planned again, so that its claim does not look lost meanwhile. */
const PATIENCE_SECONDS = 120;

export function mailTurns(system: SystemDb): MailTurns {
  let known = RATE;
  return {
    take: (now) =>
      takeProviderTurn(system, { provider: PROVIDER, rate: known, patienceSeconds: PATIENCE_SECONDS, now }),
    async observe(rate) {
      if (rate === known) return;
      known = rate;
      await observeProviderRate(system, { provider: PROVIDER, rate });
    },
  };
}
