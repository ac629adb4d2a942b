import type { LateEvent, LateKind, TrialEnd } from "./late-trial.ts";

/**
 * Whether an event stops a message that is not claimed yet:
 *
 * |                | opt_out | cancel | refund |
 * |----------------|---------|--------|--------|
 * | solicitation   | yes     | yes    | yes    |
 * | email          | yes     | yes    | yes    |
 * | typed_critical | no      | yes    | no     |
 * | typed_other    | yes     | yes    | no     |
 *
 * The flow of the requests is for orders that are not refunded; a typed message has no flow.
 */
const STOPS: Readonly<Record<LateKind, Readonly<Record<LateEvent, boolean>>>> = {
  solicitation: { opt_out: true, cancel: true, refund: true },
  email: { opt_out: true, cancel: true, refund: true },
  typed_critical: { opt_out: false, cancel: true, refund: false },
  typed_other: { opt_out: true, cancel: true, refund: false },
};

const GONE = new Set(["sent", "reached", "refused_by_buyer"]);
const STOPPED = new Set(["refused", "superseded"]);

/**
 * What must hold, whatever the place:
 *
 * | event committed           | calls accepted | message                          |
 * |---------------------------|----------------|----------------------------------|
 * | before the claim, stops   | 0              | refused or superseded            |
 * | before the claim, not     | 1              | sent                             |
 * | while it is claimed       | 0 or 1         | refused or sent, as the calls say |
 * | after the claim           | 1              | sent                             |
 *
 * @returns what is wrong, in words without an order
 */
export function judgeTrial({ trial, end, again }: TrialEnd, accepted: number): readonly string[] {
  const { kind, event, place } = trial;
  const at = `${kind}, ${event} ${place}`;
  const wrong: string[] = [];
  if (accepted > 1) wrong.push(`${at}: ${accepted} calls were accepted`);
  const gone = GONE.has(end.state);
  if (gone !== accepted > 0) wrong.push(`${at}: ${accepted} accepted, and the message is ${end.state}`);
  if (!gone && !STOPPED.has(end.state)) wrong.push(`${at}: the message is left ${end.state}`);
  const wanted = wantedCalls(kind, event, place);
  if (wanted !== null && accepted !== wanted) wrong.push(`${at}: ${accepted} accepted instead of ${wanted}`);
  if (gone && end.verdicts.filter((verdict) => verdict === "send").length !== 1)
    wrong.push(`${at}: no line of the ledger`);
  if (again !== "nothing to do") wrong.push(`${at}: a second run did ${again}`);
  return wrong;
}

/** Null where both are right. */
function wantedCalls(kind: LateKind, event: LateEvent, place: TrialEnd["trial"]["place"]): number | null {
  if (!STOPS[kind][event]) return 1;
  if (place === "before_run" || place === "while_preparing") return 0;
  return place === "race" ? null : 1;
}
