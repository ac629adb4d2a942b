import type { OptOutRate } from "@heed/core/analytics/opt-out-rate";
import { rateSentence } from "@heed/core/report/client-report";
import type { AccountMail } from "../account-mail.ts";
import { renderAccountMail } from "./account-mail.ts";

export interface HealthDigestMailInput {
  readonly workspace: string;
  readonly span: "day" | "week";
  readonly from: string;
  readonly until: string;
  readonly counts: {
    readonly orders: number;
    readonly sent: number;
    readonly reached: number;
    readonly refused: number;
  };
  readonly rate: OptOutRate;
  /** What waits for a person, each in one line. */
  readonly needs: readonly string[];
  readonly url: string;
  readonly settingsUrl: string;
}

/** What went out, what was refused, and what waits for somebody: as often as the workspace wants it. */
export function renderHealthDigestMail(input: HealthDigestMailInput): Promise<AccountMail> {
  const { workspace, span, counts, rate, needs, url } = input;
  const when = span === "day" ? `on ${input.from}` : `from ${input.from} to ${input.until}`;
  const [first] = needs;
  const count = (value: number) => value.toLocaleString("en");
  return renderAccountMail({
    subject: first === undefined ? `${workspace}: your ${span} in messages` : `${workspace}: ${first}`,
    title: `${workspace}, ${when}`,
    preview: `${count(counts.sent)} sent, ${count(counts.reached)} reached, ${count(counts.refused)} refused by buyers.`,
    paragraphs: [
      first === undefined ? "Nothing needs you." : `What needs you: ${needs.join("; ")}.`,
      rateSentence(rate),
    ],
    table: {
      head: ["", "Orders", "Sent", "Reached", "Refused"],
      rows: [
        [
          span === "day" ? "This day" : "This week",
          ...[counts.orders, counts.sent, counts.reached, counts.refused].map(count),
        ],
      ],
    },
    action: { label: "Open the overview", url },
    reason: `You get this mail each ${span} because you are an owner or admin of ${workspace} on Heed. Change how often, or switch it off, in its settings: ${input.settingsUrl}`,
  });
}
