import { AppError } from "@heed/core/errors";
import { parseFlow } from "@heed/core/flow/flow-schema";
import { askBacktest, getBacktest, lastBacktest, storesOf } from "@heed/db/commands/backtest-job";
import { createFlow, saveFlowVersion } from "@heed/db/commands/flow-drafts";
import { activateFlow, archiveFlow, pauseFlow, restoreFlow, resumeFlow } from "@heed/db/commands/switch-flow";
import { getFlow, listFlows } from "@heed/db/queries/flows";
import { previewActivation } from "@heed/db/queries/preview-activation";
import { z } from "zod";
import { BACKTEST_DAYS, tryFlow } from "../flow-trial.ts";
import { procedure, router } from "../trpc/procedure.ts";

const read = { scope: "store", role: "viewer", factor: 1 } as const;
const change = { scope: "store", role: "manager", factor: 1 } as const;

const id = z.object({ id: z.uuid() });
const version = z.int().min(1).max(100_000);
/** Any JSON; core/flow/flow-schema.ts reads it, and names what is wrong with its place. */
const definition = z.record(z.string(), z.unknown());
const days = z.int().min(1).max(BACKTEST_DAYS);

const SWITCHES = { pause: pauseFlow, resume: resumeFlow, archive: archiveFlow, restore: restoreFlow } as const;

export const flowRouter = router({
  list: procedure(read).query(({ ctx }) => listFlows(ctx.tx, { storeId: ctx.storeId, now: ctx.services.clock.now() })),
  get: procedure(read)
    .input(id)
    .query(({ ctx, input }) => getFlow(ctx.tx, { flowId: input.id })),
  create: procedure(change)
    .input(z.object({ definition }))
    .mutation(({ ctx, input }) =>
      createFlow(ctx.tx, {
        definition: input.definition,
        storeIds: ctx.storeId === "all" ? null : [ctx.storeId],
        now: ctx.services.clock.now(),
      }),
    ),
  save: procedure(change)
    .input(id.extend({ base: version, definition }))
    .mutation(({ ctx, input }) =>
      saveFlowVersion(ctx.tx, { flowId: input.id, ...input, now: ctx.services.clock.now() }),
    ),
  /** What switching a version on would mean, before anybody decides. */
  preview: procedure(read)
    .input(id.extend({ version }))
    .query(async ({ ctx, input }) => {
      const flow = await getFlow(ctx.tx, { flowId: input.id });
      const found = flow.versions.find((candidate) => candidate.version === input.version);
      if (found === undefined) throw new AppError("NOT_FOUND", "There is no such version of the flow.");
      const storeIds = flow.storeIds ?? (await storesOf(ctx.tx, "all"));
      return previewActivation(ctx.tx, { storeIds, version: found.definition, now: ctx.services.clock.now() });
    }),
  activate: procedure(change)
    .input(id.extend({ version, orders: z.enum(["new", "window"]) }))
    .mutation(async ({ ctx, input }) => {
      await activateFlow(ctx.tx, { flowId: input.id, ...input, now: ctx.services.clock.now() });
      return { id: input.id };
    }),
  switch: procedure(change)
    .input(id.extend({ to: z.enum(["pause", "resume", "archive", "restore"]) }))
    .mutation(async ({ ctx, input }) => {
      await SWITCHES[input.to](ctx.tx, { flowId: input.id, now: ctx.services.clock.now() });
      return { id: input.id };
    }),
  /** A mutation by its transport only: a definition is too long for an address. Writes nothing. */
  trial: procedure(read)
    .input(z.object({ definition, days }))
    .mutation(async ({ ctx, input }) =>
      tryFlow(ctx.tx, { ...input, storeId: ctx.storeId, now: ctx.services.clock.now() }),
    ),
  /** For more orders than one waits for: a job, with its progress. */
  startBacktest: procedure(change)
    .input(z.object({ definition, days }))
    .mutation(async ({ ctx, input }) => {
      const parsed = parseFlow(input.definition);
      if (!parsed.ok) throw new AppError("INVALID", parsed.problems[0]?.message ?? "This is no flow.");
      const storeId = ctx.storeId === "all" ? null : ctx.storeId;
      const now = ctx.services.clock.now();
      return { id: await askBacktest(ctx.tx, { storeId, definition: parsed.flow, days: input.days, now }) };
    }),
  /** The one that somebody started here and left. */
  lastBacktest: procedure(read)
    .input(z.object({ flowKey: z.string().max(80) }))
    .query(({ ctx, input }) =>
      lastBacktest(ctx.tx, { storeId: ctx.storeId, flowKey: input.flowKey, now: ctx.services.clock.now() }),
    ),
  backtest: procedure(read)
    .input(id)
    .query(({ ctx, input }) => getBacktest(ctx.tx, input.id)),
});
