"use client";

import type { TemplateText } from "@heed/core/template/template";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import type { Judged, JudgeState } from "./use-judge.ts";

type Finding = Judged["findings"][number];

interface FindingListProps {
  readonly judged: JudgeState;
  readonly text: TemplateText;
  readonly onChange: (changes: Partial<TemplateText>) => void;
}

const LOOK = {
  block: { word: "Blocks", tone: "refused" },
  warn: { word: "Warns", tone: "waiting" },
  info: { word: "Note", tone: "neutral" },
} as const;

/** What the rules found, with the rule, where it was read, and the fix where a program can tell one. */
export function FindingList({ judged: { answer, failed }, text, onChange }: FindingListProps) {
  if (failed)
    return (
      <p className="text-small text-refused">
        The text could not be judged just now. It is judged again when you type on.
      </p>
    );
  if (answer === null) return <p className="text-small text-ink-3">The text is being judged.</p>;
  const { problem, findings } = answer;
  if (problem !== null) {
    return (
      <p role="alert" className="text-small text-refused">
        {problem.part === "subject" ? "Subject" : "Text"}, line {problem.line}, column {problem.column}:{" "}
        {problem.message}
      </p>
    );
  }
  if (findings.length === 0) return <p className="text-small text-reached">Nothing found. This text may go out.</p>;
  return (
    <ul
      aria-label="Findings"
      className="flex flex-col divide-y divide-hairline rounded-box border border-hairline text-small"
    >
      {findings.map((finding) => (
        <li
          key={`${finding.rule} ${finding.span?.from} ${finding.message}`}
          className="flex items-start gap-2 px-3 py-2"
        >
          <Badge tone={LOOK[finding.severity].tone}>{LOOK[finding.severity].word}</Badge>
          <div className="min-w-0 flex-1">
            <p>{finding.message}</p>
            <p className="text-ink-3">
              <span className="font-mono">{finding.rule}</span>
              {finding.source === undefined ? null : ` · ${finding.source}`}
            </p>
          </div>
          {canFix(finding) ? (
            <Button
              size="small"
              onClick={() => onChange(fixed(text, finding))}
              aria-label={`${finding.fix === "" ? "Remove" : "Fix"}: ${finding.message}`}
            >
              {finding.fix === "" ? "Remove" : "Fix"}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function canFix({ fix, span }: Finding): boolean {
  return fix !== null && span !== null && (span.part === "html" || span.part === "subject");
}

function fixed({ subject, body }: TemplateText, { fix, span }: Finding): Partial<TemplateText> {
  if (fix === null || span === null) return {};
  const put = (source: string) => source.slice(0, span.from) + fix + source.slice(span.to);
  return span.part === "subject" ? { subject: put(subject) } : { body: put(body) };
}
