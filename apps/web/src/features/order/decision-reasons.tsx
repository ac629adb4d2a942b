"use client";

import type { Reason } from "@heed/core/policy/decision";
import { explainReason } from "@heed/core/policy/explain-reason";
import { ChevronRight } from "lucide-react";
import { Badge, type BadgeTone } from "../../ui/badge.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ruleName } from "./rule-names.ts";
import type { DecisionLine } from "./time-line-events.ts";

const RESULTS: Readonly<Record<Reason["result"], { word: string; tone: BadgeTone }>> = {
  refused: { word: "Refused", tone: "neutral" },
  wait: { word: "Wait", tone: "waiting" },
  noted: { word: "Noted", tone: "neutral" },
  passed: { word: "Passed", tone: "reached" },
};

const ORDER: readonly Reason["result"][] = ["refused", "wait", "noted", "passed"];

/** Why, and why not: the deciding sentence at once, all rules with the facts they saw behind it. */
export function DecisionReasons({ decision, zone }: { decision: DecisionLine; zone: string }) {
  const reasons = decision.reasons.toSorted((a, b) => ORDER.indexOf(a.result) - ORDER.indexOf(b.result));
  const deciding = reasons.find(({ result }) => result === "refused" || result === "wait");
  return (
    <>
      {deciding === undefined ? null : (
        <p className="text-small text-ink-2">{explainReason(deciding, zone).sentence}</p>
      )}
      {reasons.length === 0 ? null : (
        <details className="group mt-1.5">
          <summary className="focus-inset inline-flex items-center gap-1 rounded-badge text-small text-ink-3 hover:text-ink">
            <ChevronRight aria-hidden className="size-3.5 transition-transform duration-100 group-open:rotate-90" />
            {reasons.length} {reasons.length === 1 ? "rule" : "rules"} · pack {decision.rulePack}
          </summary>
          <div className="mt-2 overflow-clip rounded-item border border-hairline bg-canvas">
            <ul>
              {reasons.map((reason) => (
                <ReasonRow
                  key={`${reason.rule} ${reason.result} ${JSON.stringify(reason.facts)}`}
                  reason={reason}
                  zone={zone}
                />
              ))}
            </ul>
            <div className="flex items-center justify-between border-t border-hairline py-0.5 pr-1 pl-3 text-small text-ink-3">
              Facts as the rules saw them
              <CopyButton text={JSON.stringify(decision.reasons, null, 2)} what="facts" />
            </div>
          </div>
        </details>
      )}
    </>
  );
}

function ReasonRow({ reason, zone }: { reason: Reason; zone: string }) {
  const { sentence, link } = explainReason(reason, zone);
  const { word, tone } = RESULTS[reason.result];
  const facts = Object.entries(reason.facts);
  return (
    <li className="border-b border-hairline px-3 py-2 last:border-b-0">
      <div className="flex items-baseline gap-2">
        <span className="font-medium">{ruleName(reason.rule)}</span>
        <Badge tone={tone}>{word}</Badge>
        {link === null ? null : (
          <a
            href={link}
            target="_blank"
            rel="noreferrer"
            className="ml-auto shrink-0 rounded-badge text-small text-accent underline underline-offset-2"
          >
            Amazon’s page<span className="sr-only"> about {ruleName(reason.rule)}, in a new tab</span>
          </a>
        )}
      </div>
      {reason.result === "passed" ? null : <p className="text-small text-ink-2">{sentence}</p>}
      {facts.length === 0 ? null : (
        <dl className="mt-1 flex flex-wrap gap-x-4 font-mono text-micro font-normal text-ink-3">
          {facts.map(([name, value]) => (
            <div key={name} className="flex gap-1.5">
              <dt>{name}</dt>
              <dd className="break-all text-ink-2">{String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}
