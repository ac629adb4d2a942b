import type { Job } from "@heed/db/commands/job";
import type { Worker } from "../worker.ts";

export interface JobInput {
  readonly tenantId: string;
  readonly job: Job;
}

/** The work of one kind of job: one turn, at whose end it closes the job or puts it back (db/commands/job.ts). */
export type JobRunner = (worker: Worker, input: JobInput) => Promise<{ readonly ended: string }>;
