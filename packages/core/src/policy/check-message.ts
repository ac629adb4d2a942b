import type { Finding, MessageDraft, RulePack } from "./finding.ts";
import { lintMessage } from "./guidelines/lint.ts";
import { rulePack_2026_11_23 } from "./rule-pack.ts";

export interface MessageVerdict {
  /** Any block finding blocks, else any warning warns; notes let pass. */
  readonly verdict: "pass" | "warn" | "block";
  readonly findings: readonly Finding[];
  /** The pack that judged. */
  readonly rulePack: string;
}

/**
 * The one way to judge a message: when a template is saved, when a flow is activated, and on the rendered message at
 * the moment of sending. Pure; the same message and pack give the same verdict.
 */
export function checkMessage(draft: MessageDraft, pack: RulePack = rulePack_2026_11_23): MessageVerdict {
  const findings = lintMessage(draft, pack.guidelineRules);
  return { verdict: verdictOf(findings), findings, rulePack: pack.id };
}

export function verdictOf(findings: readonly Finding[]): MessageVerdict["verdict"] {
  if (findings.some(({ severity }) => severity === "block")) {
    return "block";
  }
  return findings.some(({ severity }) => severity === "warn") ? "warn" : "pass";
}
