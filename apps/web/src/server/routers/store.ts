import { listStores } from "@heed/db/queries/stores";
import { procedure, router } from "../trpc/procedure.ts";

export const storeRouter = router({
  list: procedure({ scope: "workspace", role: "viewer", factor: 1 }).query(({ ctx }) => listStores(ctx.tx)),
});
