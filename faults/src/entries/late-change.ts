import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";
import { judgeTrial } from "../late/judge-trial.ts";
import { runLate } from "../late/run-late.ts";

const TRIALS = 1000;

/** An opt-out, a cancellation or a refund comes between the decision and the call, at every place where it can. */
export const lateChange: FaultEntry = {
  key: "12",
  title: "opt-out, cancel or refund between decision and call",
  expects: "invariants",
  run: changeLate,
};

async function changeLate({ seed, scale, say }: FaultInput): Promise<FaultOutcome> {
  const count = Math.max(1, Math.round(TRIALS * scale));
  const { ends, accepted } = await runLate({ count, seed, say });
  const wrong = ends.flatMap((end) => judgeTrial(end, accepted.get(end.trial.orderId) ?? 0));
  const sent = ends.filter(({ trial }) => (accepted.get(trial.orderId) ?? 0) > 0).length;
  return {
    count,
    effective: ends.filter(({ hit }) => hit).length,
    failures: wrong.length,
    examples: [...new Set(wrong)].slice(0, 8),
    details: { sent, stopped: ends.length - sent },
  };
}
