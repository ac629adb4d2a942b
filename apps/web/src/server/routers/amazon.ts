import { Temporal } from "@heed/core/time";
import { backFillOf, pauseBackFill, resumeBackFill, startBackFill } from "@heed/db/commands/back-fill";
import { setDailyCap } from "@heed/db/commands/store-settings";
import { capUse } from "@heed/db/queries/cap-use";
import { dailyCapOf } from "@heed/db/queries/daily-cap";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";
import { oneStore } from "./one-store.ts";

const viewer = { scope: "store", role: "viewer", factor: 1 } as const;
const manager = { scope: "store", role: "manager", factor: 1 } as const;
const admin = { scope: "store", role: "admin", factor: 1 } as const;

/** Far above what Amazon would let anybody send. */
const HIGHEST_CAP = 100_000;

/** The cap of a store, and the orders of the past. What calls cost is told by the insights. */
export const amazonRouter = router({
  dailyCap: procedure(viewer).query(async ({ ctx: { tx, storeId, services } }) => {
    const at = { storeId: oneStore(storeId), now: services.clock.now() };
    const { sentLastDay } = await capUse(tx, at.storeId, at.now);
    return { sent: sentLastDay, cap: await dailyCapOf(tx, at) };
  }),

  setDailyCap: procedure(admin)
    .input(z.object({ cap: z.int().min(0).max(HIGHEST_CAP).nullable() }))
    .mutation(async ({ ctx, input }) => {
      await setDailyCap(ctx.tx, { storeId: oneStore(ctx.storeId), ...input, now: ctx.services.clock.now() });
      return input;
    }),

  backFill: procedure(viewer).query(async ({ ctx }) => ({ job: await backFillOf(ctx.tx, oneStore(ctx.storeId)) })),

  startBackFill: procedure(manager)
    .input(z.object({ from: z.iso.datetime({ offset: true }) }))
    .mutation(async ({ ctx, input }) => {
      const from = Temporal.Instant.from(input.from);
      await startBackFill(ctx.tx, { storeId: oneStore(ctx.storeId), from, now: ctx.services.clock.now() });
      return { from };
    }),

  pauseBackFill: procedure(manager).mutation(async ({ ctx }) => {
    const at = { storeId: oneStore(ctx.storeId), now: ctx.services.clock.now() };
    return { paused: await pauseBackFill(ctx.tx, at) };
  }),

  resumeBackFill: procedure(manager).mutation(async ({ ctx }) => {
    const at = { storeId: oneStore(ctx.storeId), now: ctx.services.clock.now() };
    return { resumed: await resumeBackFill(ctx.tx, at) };
  }),
});
