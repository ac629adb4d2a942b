import type { BacktestResult, ExpectedRefusals } from "@heed/core/flow/backtest-result";
import { ruleLabel } from "@heed/core/policy/explain-reason";
import { LANE_WORDS } from "../message/message-words.ts";
import { count, counted, percent } from "../number-words.ts";
import { HourMap } from "./hour-map.tsx";
import { TrialSamples } from "./trial-samples.tsx";

interface TrialResultProps {
  readonly result: BacktestResult;
  readonly expected: ExpectedRefusals | null;
}

export function TrialResult({ result, expected }: TrialResultProps) {
  const { orders, sent, byLane, refusals, waits, languagesMissing } = result;
  if (orders === 0) {
    return (
      <p className="text-small text-ink-2">
        There is no order of the last 90 days yet. Once orders are in, this shows what the flow would have done.
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-4 text-small">
      <div>
        <p className="text-figure tabular-nums">{count(sent)}</p>
        <p className="text-ink-2 tabular-nums">
          of {counted(orders, "order")} would have got a message ({percent(sent / orders)}).
        </p>
        <Verdict result={result} />
      </div>
      <Counts
        title="By lane"
        rows={Object.entries(byLane).map(([lane, value]) => ({
          word: LANE_WORDS[lane as keyof typeof LANE_WORDS],
          value,
        }))}
      />
      {expected === null || expected.emails === 0 ? null : <Expected expected={expected} />}
      <HourMap hours={result.hours} />
      <Counts
        title="No message, by rule"
        rows={refusals.map(({ rule, count: value }) => ({ word: ruleLabel(rule), value }))}
      />
      <Counts
        title="Had to wait, by rule"
        rows={waits.map(({ rule, count: value }) => ({ word: ruleLabel(rule), value }))}
      />
      <Counts
        title="Languages without a text"
        rows={languagesMissing.map(({ language, count: value }) => ({ word: language, value }))}
      />
      <TrialSamples samples={result.samples} />
    </div>
  );
}

/** Flows that match nothing or everything are rarely meant. */
function Verdict({ result: { sent, toCome, otherFlows, refusals } }: { result: BacktestResult }) {
  const unmatched = refusals.find(({ rule }) => rule === "condition_not_met")?.count ?? 0;
  const left = unmatched + otherFlows;
  if (sent + toCome === 0 && left > 0) {
    return <p className="mt-1 font-medium text-waiting">No order matches. Look at the conditions and the turn.</p>;
  }
  if (left === 0) return <p className="mt-1 text-ink-3">Every order matches, so no flow after this one gets any.</p>;
  return otherFlows === 0 ? null : (
    <p className="mt-1 text-ink-3 tabular-nums">{counted(otherFlows, "order")} would be taken by other flows.</p>
  );
}

function Expected({ expected: { expected, low, high, basis } }: { expected: ExpectedRefusals }) {
  const from =
    basis === 0
      ? "by the first public sample of 1.3 %, since none of your e-mails is settled yet"
      : `by ${counted(basis, "settled e-mail")} of yours`;
  return (
    <p className="text-ink-2 tabular-nums">
      About {count(Math.round(expected))} of the e-mails would have been refused by buyers ({count(Math.floor(low))} to{" "}
      {count(Math.ceil(high))}, {from}).
    </p>
  );
}

interface CountRow {
  readonly word: string;
  readonly value: number;
}

const MOST_ROWS = 8;

function Counts({ title, rows }: { title: string; rows: readonly CountRow[] }) {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ value }) => value));
  return (
    <div>
      <h3 className="mb-1 font-medium">{title}</h3>
      <ul className="flex flex-col gap-1">
        {rows.slice(0, MOST_ROWS).map(({ word, value }) => (
          <li key={word} className="relative flex justify-between gap-2 rounded-badge px-1.5 py-0.5">
            <span
              aria-hidden
              className="absolute inset-y-0 left-0 rounded-badge bg-hover"
              style={{ width: `${(value / most) * 100}%` }}
            />
            <span className="relative truncate">{word}</span>
            <span className="relative tabular-nums">{count(value)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
