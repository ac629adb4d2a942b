import type { Finding } from "@heed/core/policy/finding";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { ruleName } from "../order/rule-names.ts";

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly text: string;
  readonly onFix: (text: string) => void;
}

const WORDS = { block: "Blocks", warn: "Warning", info: "Note" } as const;

/** What the rules say about the text, each with its name, the words it points at, and the fix where there is one. */
export function Findings({ findings, text, onFix }: FindingsProps) {
  const shown = findings.filter(({ severity }) => severity !== "info");
  return (
    <ul aria-label="Findings" aria-live="polite" className="flex flex-col gap-2">
      {shown.map((finding) => (
        <li
          key={`${finding.rule} ${finding.span?.from ?? ""} ${finding.message}`}
          className="rounded-item border border-hairline px-3 py-2"
        >
          <div className="flex flex-wrap items-center gap-2">
            <span className="font-mono text-small font-medium">{ruleName(finding.rule)}</span>
            <Badge tone={finding.severity === "block" ? "refused" : "waiting"}>{WORDS[finding.severity]}</Badge>
            <Fix finding={finding} text={text} onFix={onFix} />
          </div>
          <p className="pt-0.5 text-small">{finding.message}</p>
          <Quote finding={finding} text={text} />
          <p className="pt-0.5 text-micro font-normal text-ink-3">{finding.source}</p>
        </li>
      ))}
    </ul>
  );
}

function Quote({ finding: { span }, text }: { finding: Finding; text: string }) {
  if (span?.part !== "text" || span.from === span.to) return null;
  return <p className="pt-0.5 text-small text-ink-2">“{text.slice(span.from, span.to).slice(0, 120)}”</p>;
}

function Fix({
  finding: { span, fix },
  text,
  onFix,
}: {
  finding: Finding;
  text: string;
  onFix: FindingsProps["onFix"];
}) {
  if (fix === null || span?.part !== "text") return null;
  const fixed = text.slice(0, span.from) + fix + text.slice(span.to);
  return (
    <Button size="small" variant="ghost" className="ml-auto" onClick={() => onFix(fixed)}>
      {fix === "" ? "Take it out" : "Fix"}
    </Button>
  );
}
