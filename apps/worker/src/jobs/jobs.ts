import type { Job } from "@heed/db/commands/job";
import { verifyAgain } from "../notices/verify-again.ts";
import { readActionsAfterLoss } from "../send/read-actions.ts";
import { backFill } from "./back-fill.ts";
import { backtest } from "./backtest.ts";
import { tellPaused, tellPayment, tellResumed, tellUsage } from "./billing-tidings.ts";
import { clientReport } from "./client-report.ts";
import { endCanaryFlight } from "./end-canary.ts";
import { endOrderSubscription } from "./end-subscription.ts";
import { fetchReport } from "./fetch-report.ts";
import { forwardAnswer } from "./forward-answer.ts";
import { healthDigest } from "./health-digest.ts";
import { countEmails, heartbeat } from "./heartbeat.ts";
import type { JobRunner } from "./job-runner.ts";
import { meterUsage } from "./meter-usage.ts";
import { replan } from "./replan.ts";
import { moveDomain } from "./sender-domain.ts";
import { purgeDisconnected, tellAuthorisationExpires, tellDisconnected } from "./store-tidings.ts";
import { tellDeleted } from "./workspace-tidings.ts";

/** Who does the work of each kind of job. */
export const JOBS: Readonly<Partial<Record<Job["kind"], JobRunner>>> = {
  read_actions: (worker, { tenantId, job: { id: jobId, attempt, subject: messageId } }) =>
    readActionsAfterLoss(worker, { tenantId, jobId, attempt, messageId }),
  fetch_report: fetchReport,
  back_fill: backFill,
  verify_mail: (worker, { tenantId, job: { id: jobId, attempt, subject: inboundMailId } }) =>
    verifyAgain(worker, { tenantId, jobId, attempt, inboundMailId }),
  forward_answer: forwardAnswer,
  sender_domain: moveDomain,
  backtest,
  end_canary: endCanaryFlight,
  tell_disconnected: tellDisconnected,
  authorisation_expiring: tellAuthorisationExpires,
  purge_store: purgeDisconnected,
  end_subscription: endOrderSubscription,
  replan_store: replan,
  replan_flow: replan,
  meter_usage: meterUsage,
  tell_deleted: tellDeleted,
  tell_usage: tellUsage,
  tell_payment: tellPayment,
  tell_paused: tellPaused,
  tell_resumed: tellResumed,
  heartbeat,
  count_emails: countEmails,
  health_digest: healthDigest,
  client_report: clientReport,
};
