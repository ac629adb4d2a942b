import { AppError } from "@heed/core/errors";
import { nextReport } from "@heed/core/report/report-times";
import { type ReportFacts, clientReport as readReport } from "@heed/db/identity/client-report";
import { systemAccess } from "@heed/db/system-db";
import { renderClientReportMail } from "@heed/emails/account/client-report-mail";
import type { Worker } from "../worker.ts";
import { closeWith } from "./close-with.ts";
import type { JobInput, JobRunner } from "./job-runner.ts";
import { sendLetter } from "./send-letter.ts";

/** Each Monday of a client: the week's figures under the agency's name. Nothing goes out about a client without stores. */
export const clientReport: JobRunner = async (worker, input) => {
  const facts = await read(worker, input);
  if (facts === null || !facts.on) return closeWith(worker, input, { ended: "not wanted", again: null });
  const again = nextReport(facts.zone, worker.clock.now());
  if (facts.report.stores.length === 0) return closeWith(worker, input, { ended: "no stores", again });
  const mail = await renderClientReportMail(facts.report);
  const from = facts.report.sender;
  const key = `${input.job.id}-${facts.report.week.from}`;
  for (const to of facts.to) await sendLetter(worker, { to, mail, from, key });
  return closeWith(worker, input, { ended: "reported", again });
};

/** Null where the client is gone. */
function read(worker: Worker, { tenantId, job }: JobInput): Promise<ReportFacts | null> {
  const ask = { agency: systemAccess(tenantId), clientId: job.subject, viewer: null, now: worker.clock.now() };
  return readReport(worker.db, ask).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  });
}
