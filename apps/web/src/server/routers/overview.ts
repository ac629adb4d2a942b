import { overview } from "@heed/db/queries/overview";
import { procedure, router } from "../trpc/procedure.ts";

export const overviewRouter = router({
  get: procedure({ scope: "store", role: "viewer", factor: 1 }).query(({ ctx }) =>
    overview(ctx.tx, { storeId: ctx.storeId, now: ctx.services.clock.now() }),
  ),
});
