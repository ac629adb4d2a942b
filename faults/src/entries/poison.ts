import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";
import { judgePoison } from "../poison/judge-poison.ts";
import { poisonedMails } from "../poison/poisoned-mails.ts";
import { storePoison } from "../poison/store-poison.ts";
import { seededRandom } from "../random.ts";

const MAILS = 6_000;
/** So many of them go into a real database as well. */
const STORED = 200;

/**
 * 10: poison in every field of a mail. Nothing throws but the limits, nothing takes long, nothing but the genuine notice
 * is a refusal, and the genuine one is read rightly whatever stands beside its sentence.
 */
export const poison: FaultEntry = {
  key: "10",
  title: "poison: control characters, bad encodings, 1 MB values, deep nesting in every field of a mail",
  expects: "invariants",
  run: runPoison,
};

async function runPoison({ seed, scale, say }: FaultInput): Promise<FaultOutcome> {
  const random = seededRandom(seed);
  const mails = poisonedMails(Math.max(20, Math.round(MAILS * scale)), random);
  const failures: string[] = [];
  let slowest = 0;
  for (const mail of mails) {
    const { problem, milliseconds } = await judgePoison(mail);
    slowest = Math.max(slowest, milliseconds);
    if (problem !== null) failures.push(`${mail.name}: ${problem}`);
  }
  say(`${mails.length} mails read, the slowest in ${Math.round(slowest)} ms`);
  const stored = mails.slice(0, Math.max(5, Math.round(STORED * scale)));
  failures.push(...(await storePoison(stored)));
  const count = mails.length + stored.length;
  return {
    count,
    // Each mail was really read; the harness breaks otherwise.
    effective: count,
    failures: failures.length,
    examples: failures.slice(0, 5),
    details: { slowestMs: Math.round(slowest), stored: stored.length },
  };
}
