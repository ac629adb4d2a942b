import { AppError } from "@heed/core/errors";
import { getNotice, listNotices } from "@heed/db/queries/notices";
import { listOptOuts } from "@heed/db/queries/opt-outs";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";
import { cursorText } from "./cursor.ts";
import { PAGE_SIZE, pageInput } from "./page-input.ts";

const access = { scope: "store", role: "viewer", factor: 1 } as const;

export const optOutRouter = router({
  list: procedure(access)
    .input(pageInput)
    .query(async ({ ctx, input }) => {
      const { after, before } = input;
      const page = await listOptOuts(ctx.tx, { storeId: ctx.storeId, after, before, limit: PAGE_SIZE });
      return { optOuts: page.optOuts, newer: cursorText(page.newer), older: cursorText(page.older) };
    }),
  notices: procedure(access)
    .input(z.object({ onlyReview: z.boolean() }))
    .query(({ ctx, input }) =>
      listNotices(ctx.tx, {
        storeId: ctx.storeId,
        limit: PAGE_SIZE,
        ...(input.onlyReview ? { effect: "needs_review" as const } : {}),
      }),
    ),
  notice: procedure(access)
    .input(z.object({ id: z.uuid() }))
    .query(async ({ ctx, input }) => {
      const notice = await getNotice(ctx.tx, { id: input.id });
      const inStore = ctx.storeId === "all" || notice?.storeId === ctx.storeId;
      if (notice === null || !inStore) throw new AppError("NOT_FOUND", "This notice does not exist here.");
      return notice;
    }),
});
