import type { inferRouterOutputs } from "@trpc/server";
import { createCallerFactory, router } from "../trpc/procedure.ts";
import { accountRouter } from "./account.ts";
import { amazonRouter } from "./amazon.ts";
import { auditRouter } from "./audit.ts";
import { billingRouter } from "./billing.ts";
import { brakeRouter } from "./brake.ts";
import { clientRouter } from "./client.ts";
import { connectRouter } from "./connect.ts";
import { criticalRouter } from "./critical.ts";
import { experimentRouter } from "./experiment.ts";
import { flowRouter } from "./flow.ts";
import { grantRouter } from "./grant.ts";
import { insightRouter } from "./insight.ts";
import { liveRouter } from "./live.ts";
import { noticeRouter } from "./notice.ts";
import { onboardingRouter } from "./onboarding.ts";
import { optOutRouter } from "./opt-out.ts";
import { orderRouter } from "./order.ts";
import { overviewRouter } from "./overview.ts";
import { passkeyRouter } from "./passkey.ts";
import { proofRouter } from "./proof.ts";
import { secondFactorRouter } from "./second-factor.ts";
import { senderRouter } from "./sender.ts";
import { storeRouter } from "./store.ts";
import { systemRouter } from "./system.ts";
import { teamRouter } from "./team.ts";
import { templateRouter } from "./template.ts";
import { workspaceRouter } from "./workspace.ts";

export const appRouter = router({
  secondFactor: secondFactorRouter,
  passkey: passkeyRouter,
  workspace: workspaceRouter,
  team: teamRouter,
  grant: grantRouter,
  client: clientRouter,
  audit: auditRouter,
  account: accountRouter,
  store: storeRouter,
  connect: connectRouter,
  onboarding: onboardingRouter,
  overview: overviewRouter,
  order: orderRouter,
  flow: flowRouter,
  experiment: experimentRouter,
  template: templateRouter,
  amazon: amazonRouter,
  brake: brakeRouter,
  optOut: optOutRouter,
  critical: criticalRouter,
  sender: senderRouter,
  notice: noticeRouter,
  insight: insightRouter,
  proof: proofRouter,
  system: systemRouter,
  billing: billingRouter,
  live: liveRouter,
});

export type AppRouter = typeof appRouter;
export type Outputs = inferRouterOutputs<AppRouter>;

export const createCaller = createCallerFactory(appRouter);
