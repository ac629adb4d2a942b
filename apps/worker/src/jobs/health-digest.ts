import { nextDigest } from "@heed/core/report/report-times";
import { type HealthDigest, healthDigest as readDigest } from "@heed/db/queries/health-digest";
import type { NeedsYou } from "@heed/db/queries/needs-you";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { renderHealthDigestMail } from "@heed/emails/account/health-digest-mail";
import type { AccountMail } from "@heed/emails/account-mail";
import type { Worker } from "../worker.ts";
import { closeWith } from "./close-with.ts";
import type { JobRunner } from "./job-runner.ts";
import { sendLetter } from "./send-letter.ts";

/** Tells owners and admins how notices and refusals are, as often as their workspace wants. */
export const healthDigest: JobRunner = async (worker, input) => {
  const now = worker.clock.now();
  const digest = await withTenant(worker.db, systemAccess(input.tenantId), (tx) => readDigest(tx, now));
  if (digest === null || digest.choice === "off") return closeWith(worker, input, { ended: "not wanted", again: null });
  const mail = await compose(worker, digest);
  for (const to of digest.to) await sendLetter(worker, { to, mail, key: `${input.job.id}-${digest.until}` });
  return closeWith(worker, input, { ended: "told", again: nextDigest(digest.choice, now) });
};

function compose({ webUrl }: Worker, digest: HealthDigest): Promise<AccountMail> {
  const at = (path: string) => new URL(`/w/${encodeURIComponent(digest.slug)}${path}`, webUrl).href;
  return renderHealthDigestMail({
    ...digest,
    span: digest.choice === "daily" ? "day" : "week",
    needs: digest.needs.map(needLine),
    url: at("/s/all/overview"),
    settingsUrl: at("/settings"),
  });
}

const COUNTED = {
  notice_review: ["notice to judge", "notices to judge"],
  approval_waiting: ["critical message to approve", "critical messages to approve"],
  task_open: ["task in Seller Central", "tasks in Seller Central"],
  message_unknown: ["message with an unknown fate", "messages with an unknown fate"],
} as const;

const OF_STORE = {
  store_reauthorise: "is not authorised any more",
  store_restricted: "is restricted by Amazon",
  sender_stopped: "has a stopped sender",
  sender_not_proven: "has a sender that is not proven",
  address_silent: "hears too few notices",
  address_deaf: "does not get our test mails",
  daily_cap_near: "has nearly used its messages of a day",
} as const;

/** No order, no buyer: counts and names of stores. */
function needLine(need: NeedsYou): string {
  if (!("count" in need)) return `${need.storeName} ${OF_STORE[need.kind]}`;
  return `${need.count.toLocaleString("en")} ${COUNTED[need.kind][need.count === 1 ? 0 : 1]}`;
}
