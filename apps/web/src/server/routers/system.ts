import { systemState } from "@heed/db/queries/system";
import { procedure, router } from "../trpc/procedure.ts";

export const systemRouter = router({
  /** Whether Amazon, mail and the engine do their work for this workspace. */
  state: procedure({ scope: "workspace", role: "viewer", factor: 1 }).query(({ ctx }) =>
    systemState(ctx.tx, { now: ctx.services.clock.now() }),
  ),
});
