import type { Outputs } from "../../server/routers/app.ts";
import type { Shape, Tone } from "../../ui/state-mark.tsx";

type Reason = Outputs["optOut"]["list"]["optOuts"][number]["reason"];

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  opted_out: "Refused by the buyer",
  hard_bounce: "Bounced for good",
  complaint: "Complaint",
  own_list: "On your own list",
  provider: "Suppressed by the mail provider",
};

/** The buyer's own no is a square, what mail services report a diamond as on messages, a list of ours a stroke. */
export const REASON_LOOKS: Readonly<Record<Reason, { readonly tone: Tone; readonly shape: Shape }>> = {
  opted_out: { tone: "refused", shape: "square" },
  hard_bounce: { tone: "refused", shape: "diamond" },
  complaint: { tone: "refused", shape: "square" },
  own_list: { tone: "rule", shape: "slash" },
  provider: { tone: "refused", shape: "diamond" },
};
