import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";
import { judgeTrial } from "../late/judge-trial.ts";
import { runLate } from "../late/run-late.ts";
import { asOwner } from "../sabotage.ts";

/** All kinds, events and places once. */
const TRIALS = 72;

/** Planted bug: what a buyer refused is not remembered. Fault 12 must see that messages went out all the same. */
export const plantedForgetsOptOut: FaultEntry = {
  key: "planted-12",
  title: "planted bug: an opt-out is not remembered",
  expects: "caught",
  run: forgetOptOuts,
};

async function forgetOptOuts({ seed, say }: FaultInput): Promise<FaultOutcome> {
  const { ends, accepted } = await runLate({ count: TRIALS, seed, say, sabotage: dropSuppressions });
  const wrong = ends.flatMap((end) => judgeTrial(end, accepted.get(end.trial.orderId) ?? 0));
  return { count: 1, effective: 1, failures: wrong.length, examples: [...new Set(wrong)].slice(0, 4) };
}

function dropSuppressions(ownerUrl: string): Promise<void> {
  return asOwner(ownerUrl, [
    "create function planted_drop() returns trigger language plpgsql as $$ begin return null; end $$",
    "create trigger planted_drop before insert on suppression for each row execute function planted_drop()",
  ]);
}
