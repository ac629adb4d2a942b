import type { Outputs } from "../../server/routers/app.ts";

type Reason = Outputs["optOut"]["list"]["optOuts"][number]["reason"];

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  opted_out: "Refused by the buyer",
  hard_bounce: "Bounced for good",
  complaint: "Complaint",
  own_list: "On your own list",
  provider: "Blocked by the mail provider",
};
