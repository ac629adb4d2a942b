import { resumeSender } from "@heed/db/commands/sender-health";
import { senderHealth } from "@heed/db/queries/sender-health";
import { procedure, router } from "../trpc/procedure.ts";
import { oneStore } from "./one-store.ts";

/** The senders of the stores' e-mails. */
export const senderRouter = router({
  health: procedure({ scope: "store", role: "viewer", factor: 1 }).query(({ ctx }) =>
    senderHealth(ctx.tx, { storeId: oneStore(ctx.storeId), now: ctx.services.clock.now() }),
  ),
  /** After a stop: a person answers for the list, and only mails from now on count. */
  resume: procedure({ scope: "store", role: "admin", factor: 1 }).mutation(async ({ ctx }) => {
    await resumeSender(ctx.tx, { storeId: oneStore(ctx.storeId), now: ctx.services.clock.now() });
    return { resumed: true };
  }),
});
