import type { CreatedPage } from "@heed/amazon/search-created";
import { AppError } from "@heed/core/errors";
import { Temporal } from "@heed/core/time";
import { noteBackFill } from "@heed/db/commands/back-fill";
import { ingestOrders } from "@heed/db/commands/ingest-orders";
import { closeJob, type Job, lockJob } from "@heed/db/commands/job";
import { loadStoreWork, type StoreWork } from "@heed/db/queries/store-work";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";
import type { JobInput } from "./job-runner.ts";

/**
 * Amazon gives a seller one search in three minutes, for sync as well: a back-fill takes at most half of them. Four pages in
 * twenty-four minutes are 24,000 orders a day.
 */
const PAGES_A_TURN = 4;
const NEXT_TURN = { minutes: 24 };
const AFTER_REFUSAL = { hours: 6 };
/** Orders are asked for by the month in which they were placed: a part that Amazon's tokens outlive. */
const PART = { hours: 30 * 24 };

type Progress = NonNullable<Job["progress"]>;

interface Turn {
  readonly tenantId: string;
  readonly job: Job;
  readonly store: StoreWork;
}

/** One turn of a back-fill: a few pages, each written with the progress that it makes, so that a turn may die anywhere. */
export async function backFill(worker: Worker, { tenantId, job }: JobInput): Promise<{ readonly ended: string }> {
  const access = systemAccess(tenantId);
  const store = await withTenant(worker.db, access, (tx) =>
    loadStoreWork(tx, { storeId: job.subject, ring: worker.ring }),
  );
  const again = await takePages(worker, { tenantId, job, store });
  if (again === "gone") return { ended: "paused" };
  await withTenant(worker.db, access, async (tx) => {
    if (await lockJob(tx, { jobId: job.id, attempt: job.attempt }))
      await closeJob(tx, { jobId: job.id, runAgainAt: again === null ? null : worker.clock.now().add(again) });
  });
  return { ended: again === null ? "done" : "again" };
}

type Again = { readonly minutes?: number; readonly hours?: number } | null | "gone";

/** @returns when to go on; null at the end; "gone" when somebody paused it */
async function takePages(worker: Worker, turn: Turn): Promise<Again> {
  let progress = turn.job.progress;
  if (turn.store.authorisation !== "active") return AFTER_REFUSAL;
  for (let page = 0; page < PAGES_A_TURN; page += 1) {
    if (progress?.span === undefined || progress.span.at === progress.span.until) return null;
    const answer = await nextPage(worker, turn, progress.span);
    if (answer === "refused") return AFTER_REFUSAL;
    progress = advance(progress, answer);
    if (!(await write(worker, turn, { answer, progress }))) return "gone";
  }
  return isOver(progress) ? null : NEXT_TURN;
}

function isOver(progress: Progress | null): boolean {
  return progress?.span === undefined || progress.span.at === progress.span.until;
}

/** A token that Amazon no longer takes begins the part again: orders that are there already write nothing. */
async function nextPage(
  worker: Worker,
  { tenantId, store }: Turn,
  span: NonNullable<Progress["span"]>,
): Promise<CreatedPage | "refused"> {
  const gateway = worker.gateways.forStore(tenantId, store);
  const search = {
    from: Temporal.Instant.from(span.at),
    before: endOfPart(span),
    marketplaceIds: store.marketplaceIds,
  };
  try {
    return await gateway.searchCreated({ ...search, token: span.token ?? null });
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    if (error.code === "INVALID" && span.token != null) return gateway.searchCreated({ ...search, token: null });
    worker.log.warn({ error, tenantId, storeId: store.storeId }, "a back-fill is refused by Amazon");
    return "refused";
  }
}

function endOfPart({ at, until }: NonNullable<Progress["span"]>): Temporal.Instant {
  const [end, last] = [Temporal.Instant.from(at).add(PART), Temporal.Instant.from(until)];
  return Temporal.Instant.compare(end, last) < 0 ? end : last;
}

function advance(progress: Progress, { orders, unreadable, nextToken }: CreatedPage): Progress {
  const { span } = progress;
  if (span === undefined) return progress;
  const at = nextToken === null ? endOfPart(span).toString() : span.at;
  const counts = { done: progress.done + orders.length, bad: progress.bad + unreadable.length };
  return { ...progress, ...counts, span: { ...span, at, token: nextToken } };
}

/** @returns false when the job is no longer ours: paused, or taken up by another run */
function write(
  worker: Worker,
  { tenantId, job, store }: Turn,
  { answer, progress }: { readonly answer: CreatedPage; readonly progress: Progress },
): Promise<boolean> {
  return withTenant(worker.db, systemAccess(tenantId), async (tx) => {
    if (!(await lockJob(tx, { jobId: job.id, attempt: job.attempt }))) return false;
    const now = worker.clock.now();
    await ingestOrders(tx, { storeId: store.storeId, incoming: answer.orders, ring: worker.ring, now });
    await noteBackFill(tx, { jobId: job.id, progress });
    return true;
  });
}
