import type { BacktestLine } from "@heed/core/flow/backtest-result";
import { explainReason } from "@heed/core/policy/explain-reason";
import { StateMark } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { LANE_WORDS } from "../message/message-words.ts";

/** Ten orders from everywhere, with what would have become of them and why. */
export function TrialSamples({ samples }: { samples: readonly BacktestLine[] }) {
  return (
    <div>
      <h3 className="mb-1 font-medium">Ten of the orders</h3>
      <ul className="flex flex-col divide-y divide-hairline">
        {samples.map((line) => (
          <Sample key={line.orderId} line={line} />
        ))}
      </ul>
    </div>
  );
}

function Sample({ line }: { line: BacktestLine }) {
  const { zone } = marketplaceLook(line.marketplaceId);
  const went = line.outcome === "sent" || line.outcome === "to_come";
  const reason = line.reasons.find(({ result }) => result === "refused");
  return (
    <li className="py-1.5">
      <div className="flex items-baseline justify-between gap-2">
        <span className="font-mono tabular-nums">{line.orderId}</span>
        {went && line.lane !== null ? (
          <StateMark tone="reached" shape="disc" word={LANE_WORDS[line.lane]} />
        ) : (
          <StateMark tone="rule" shape="slash" word="No message" />
        )}
      </div>
      <p className="text-ink-3">
        {line.at !== null && went ? <Time at={line.at} zone={zone} show="absolute" /> : null}
        {!went && reason !== undefined ? explainReason(reason, zone).sentence : null}
      </p>
    </li>
  );
}
