import { AppError } from "@heed/core/errors";
import { ownAddress } from "@heed/core/lane/own-addresses";
import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import { type Instant, Temporal } from "@heed/core/time";
import { beginHeartbeat, giveUpTest, HEARTBEAT_EVERY, type OpenTest } from "@heed/db/commands/heartbeat";
import { noteTold } from "@heed/db/commands/note-told";
import { selfTestSubject } from "@heed/db/commands/prove-address";
import { recountEmails } from "@heed/db/commands/recount-emails";
import { noticeAddresses } from "@heed/db/queries/notice-addresses";
import { storeTidings } from "@heed/db/queries/store-tidings";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { renderNoticesSilentMail } from "@heed/emails/account/notices-silent-mail";
import { renderSelfTestMail } from "@heed/emails/account/self-test-mail";
import type { Worker } from "../worker.ts";
import { closeWith } from "./close-with.ts";
import type { JobInput, JobRunner } from "./job-runner.ts";
import { sendLetter } from "./send-letter.ts";

/** Owners are told of the same silence at most once in this time. */
const TELL_AGAIN_AFTER = { hours: 24 * 7 };

/**
 * Each day of a store: its addresses that heard nothing get a test mail of our own, and where notices do not come its
 * owners are told. A store that is not connected any more is left alone, and taken up again when it is.
 */
export const heartbeat: JobRunner = async (worker, input) => {
  const access = systemAccess(input.tenantId);
  const now = worker.clock.now();
  const tidings = await withTenant(worker.db, access, (tx) => storeTidings(tx, input.job.subject));
  if (tidings === null || tidings.authorisation !== "active")
    return closeWith(worker, input, { ended: "not connected", again: null });
  await tellSilence(worker, input, { tidings, now });
  const tests = await withTenant(worker.db, access, (tx) =>
    beginHeartbeat(tx, { storeId: input.job.subject, now: worker.clock.now() }),
  );
  for (const test of tests) await sendTest(worker, input, test);
  return closeWith(worker, input, { ended: `${tests.length} tested`, again: now.add(HEARTBEAT_EVERY) });
};

async function sendTest(worker: Worker, { tenantId }: JobInput, test: OpenTest): Promise<void> {
  const mail = await renderSelfTestMail({ subject: selfTestSubject(test.token) });
  const outcome = await worker.mailer.send({
    from: `Heed <account@${worker.mailDomain}>`,
    to: ownAddress(test, worker.mailDomain),
    ...mail,
    idempotencyKey: `heartbeat-${test.token}`,
    tags: { kind: "account" },
  });
  if (outcome.kind === "accepted") return;
  await withTenant(worker.db, systemAccess(tenantId), (tx) => giveUpTest(tx, test.addressId));
  throw new AppError("UPSTREAM", "A test mail was not taken.", { retryable: true });
}

interface Known {
  readonly tidings: NonNullable<Awaited<ReturnType<typeof storeTidings>>>;
  readonly now: Instant;
}

async function tellSilence(worker: Worker, { tenantId, job }: JobInput, { tidings, now }: Known): Promise<void> {
  const told = job.progress?.told;
  if (told !== undefined && Temporal.Instant.compare(Temporal.Instant.from(told).add(TELL_AGAIN_AFTER), now) > 0)
    return;
  const access = systemAccess(tenantId);
  const storeId = job.subject;
  const addresses = await withTenant(worker.db, access, (tx) => noticeAddresses(tx, { storeId, now }));
  const names = (which: (address: (typeof addresses)[number]) => boolean) =>
    addresses.filter(which).map(({ marketplaceId }) => marketplaceById(marketplaceId)?.domain ?? marketplaceId);
  const [deaf, silent] = [names((one) => one.deaf), names((one) => !one.deaf && one.silence.alarm)];
  if (deaf.length + silent.length === 0) return;
  const { store, workspace, slug, to } = tidings;
  const url = new URL(`/w/${encodeURIComponent(slug)}/s/${storeId}/opt-outs?notices=addresses`, worker.webUrl).href;
  const mail = await renderNoticesSilentMail({ store, workspace, silent, deaf, url });
  for (const one of to) await sendLetter(worker, { to: one, mail, key: `${job.id}-${now.toString().slice(0, 10)}` });
  await withTenant(worker.db, access, (tx) => noteTold(tx, { jobId: job.id, told: now.toString() }));
}

/** Counts a store's e-mails anew, once, for what was sent before the counters were kept. */
export const countEmails: JobRunner = async (worker, input) => {
  await withTenant(worker.db, systemAccess(input.tenantId), (tx) => recountEmails(tx, input.job.subject));
  return closeWith(worker, input, { ended: "counted", again: null });
};
