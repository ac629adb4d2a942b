import type { Instant } from "@heed/core/time";
import { entitlements } from "@heed/db/queries/billing-facts";
import { callsPerOrder, firstEmails, laneMix, noticeDelays, sendHours } from "@heed/db/queries/insights";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";

const access = { scope: "store", role: "viewer", factor: 1 } as const;
/** The periods of the page: thirteen or twenty-six weeks. */
const span = z.object({ days: z.union([z.literal(30), z.literal(91), z.literal(182)]) });

/** Numbers over a period; each chart asks for its own, when it is looked at. */
export const insightRouter = router({
  firstEmails: procedure(access)
    .input(span)
    .query(async ({ ctx, input }) => {
      const to = ctx.services.clock.now();
      const from = to.subtract({ hours: 24 * input.days });
      const { plan, interval } = await entitlements(ctx.tx, to);
      return { from, to, plan, interval, rows: await firstEmails(ctx.tx, { storeId: ctx.storeId, from, to }) };
    }),
  sendHours: procedure(access)
    .input(span)
    .query(({ ctx, input }) => sendHours(ctx.tx, { storeId: ctx.storeId, ...spanOf(ctx, input.days) })),
  delays: procedure(access)
    .input(span)
    .query(({ ctx, input }) => noticeDelays(ctx.tx, { storeId: ctx.storeId, ...spanOf(ctx, input.days) })),
  lanes: procedure(access)
    .input(span)
    .query(({ ctx, input }) => laneMix(ctx.tx, { storeId: ctx.storeId, ...spanOf(ctx, input.days) })),
  calls: procedure(access)
    .input(span)
    .query(({ ctx, input }) => callsPerOrder(ctx.tx, { storeId: ctx.storeId, ...spanOf(ctx, input.days) })),
});

function spanOf({ services }: { services: { clock: { now(): Instant } } }, days: number) {
  const to = services.clock.now();
  return { from: to.subtract({ hours: 24 * days }), to };
}
