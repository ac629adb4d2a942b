import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";
import { planKills } from "../killing/kill-plan.ts";
import { type KilledRun, runKilled } from "../killing/run-killed.ts";

const KILLS = 1_001;
/** Orders for each kill: about three in four are planned, and a process lives for up to three sends. */
const ORDERS_PER_KILL = 4;
const FEWEST_ORDERS = 300;
/** Kills of one run; more of them make more runs, each in a world of its own. */
const KILLS_PER_RUN = 70;
const DAYS = 30;

/** 1: kill -9 of the worker at 7 named points. Nothing is lost, sent twice, early or late. */
export const killedWorker: FaultEntry = {
  key: "1",
  title: "kill -9 of the worker at 7 named points, before intent to after ledger",
  expects: "invariants",
  run: killWorkers,
};

async function killWorkers({ seed, scale, say }: FaultInput): Promise<FaultOutcome> {
  const count = Math.max(7, Math.round(KILLS * scale));
  const runs: KilledRun[] = [];
  for (let left = count, run = 0; left > 0; left -= KILLS_PER_RUN, run += 1) {
    const kills = planKills(Math.min(left, KILLS_PER_RUN), seed + run);
    const orders = Math.max(FEWEST_ORDERS, kills.length * ORDERS_PER_KILL);
    say(`run ${run + 1}: ${kills.length} kills over ${orders} orders`);
    runs.push(await runKilled({ orders, days: DAYS, seed: seed + run, kills, say }));
  }
  return outcomeOf(count, runs);
}

export function outcomeOf(count: number, runs: readonly KilledRun[]): FaultOutcome {
  const sum = (pick: (run: KilledRun) => number) => runs.reduce((total, run) => total + pick(run), 0);
  return {
    count,
    effective: sum(({ killed }) => killed),
    failures: sum(failuresOf),
    examples: runs.flatMap(({ verdict }) => verdict.examples).slice(0, 8),
    details: {
      orders: sum(({ figures }) => figures.orders),
      sent: sum(({ accepted }) => accepted.solicitation + accepted.email),
      unknown: sum(({ figures }) => figures.unknown),
      killedInBetween: sum(({ killedInBetween }) => killedInBetween),
    },
  };
}

/** What the guarantee forbids, and any unknown outcome beyond the kills that can explain it. */
export function failuresOf({ verdict, figures, killedInBetween }: KilledRun): number {
  const { lost, double, leak, early, late, ledgerMissing } = verdict;
  return lost + double + leak + early + late + ledgerMissing + Math.max(0, figures.unknown - killedInBetween);
}
