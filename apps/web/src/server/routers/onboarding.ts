import { confirmFirstFlow } from "@heed/db/commands/confirm-first-flow";
import { countFirstFlow } from "@heed/db/queries/first-flow";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";
import { oneStore } from "./one-store.ts";

export const onboardingRouter = router({
  /** What the built-in flow would do with the orders that came in; the planner's own count. */
  firstFlow: procedure({ scope: "store", role: "viewer", factor: 1 }).query(({ ctx }) =>
    countFirstFlow(ctx.tx, { storeId: oneStore(ctx.storeId), now: ctx.services.clock.now() }),
  ),

  /** Ends the dry run of a new store. */
  confirmFirstFlow: procedure({ scope: "store", role: "admin", factor: 1 })
    .input(z.object({ orders: z.enum(["new", "open"]) }))
    .mutation(async ({ ctx, input }) => {
      await confirmFirstFlow(ctx.tx, { storeId: oneStore(ctx.storeId), ...input, now: ctx.services.clock.now() });
      return input;
    }),
});
