import { endExperiment, startExperiment } from "@heed/db/commands/experiments";
import { experimentResults } from "@heed/db/queries/experiment-results";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";

const change = { scope: "store", role: "manager", factor: 1 } as const;
const flowId = z.object({ flowId: z.uuid() });

export const experimentRouter = router({
  results: procedure({ scope: "store", role: "viewer", factor: 1 })
    .input(flowId)
    .query(({ ctx, input }) => experimentResults(ctx.tx, input.flowId)),
  start: procedure(change)
    .input(
      flowId.extend({
        delayDays: z.int().min(0).max(60).optional(),
        templateKey: z.string().max(80).optional(),
        holdOut: z.int().min(0).max(50),
        share: z.int().min(1).max(99),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { delayDays, templateKey, ...rest } = input;
      const change = {
        ...(delayDays === undefined ? {} : { delayDays }),
        ...(templateKey === undefined ? {} : { templateKey }),
      };
      const key = await startExperiment(ctx.tx, { ...rest, change, now: ctx.services.clock.now() });
      return { key };
    }),
  end: procedure(change)
    .input(flowId.extend({ keep: z.string().max(40) }))
    .mutation(async ({ ctx, input }) => {
      await endExperiment(ctx.tx, { ...input, now: ctx.services.clock.now() });
      return { kept: input.keep };
    }),
});
