import { AppError } from "@heed/core/errors";
import { LANES } from "@heed/core/message/message";
import { getOrder, listOrders, orderCounts } from "@heed/db/queries/orders";
import { sentMail } from "@heed/db/queries/sent-mail";
import type { StoreChoice } from "@heed/db/queries/store-filter";
import type { TenantDb } from "@heed/db/tenant-db";
import { z } from "zod";
import { mailAsSent } from "../mail-as-sent.ts";
import { procedure, router } from "../trpc/procedure.ts";
import { cursorText } from "./cursor.ts";
import { PAGE_SIZE, pageInput } from "./page-input.ts";

export const ORDER_STATES = ["waiting", "sent", "reached", "refused", "needs_you"] as const;

const access = { scope: "store", role: "viewer", factor: 1 } as const;

const listInput = pageInput.extend({
  state: z.enum(ORDER_STATES).optional(),
  lane: z.enum(LANES).optional(),
  /** A rule of the order or of the guidelines, such as `window_over` or `PROH-04`. */
  rule: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/)
    .optional(),
  // Postgres takes no NUL in a text.
  q: z
    .string()
    .trim()
    .max(40)
    .transform((text) => text.replaceAll("\0", ""))
    .optional(),
});

interface Reader {
  readonly tx: TenantDb;
  readonly storeId: StoreChoice;
}

async function page({ tx, storeId }: Reader, input: z.infer<typeof listInput>) {
  const { orders, newer, older } = await listOrders(tx, { ...input, storeId, limit: PAGE_SIZE });
  return { orders, newer: cursorText(newer), older: cursorText(older) };
}

export const orderRouter = router({
  list: procedure(access)
    .input(listInput)
    .query(({ ctx, input }) => page(ctx, input)),
  /** The same for a file, which leaves the house; page by page. */
  export: procedure({ ...access, factor: 2, fresh: true })
    .input(listInput)
    .query(({ ctx, input }) => page(ctx, input)),
  counts: procedure(access).query(({ ctx }) => orderCounts(ctx.tx, { storeId: ctx.storeId })),
  get: procedure(access)
    .input(z.object({ ref: z.uuid() }))
    .query(async ({ ctx, input }) => {
      const order = await getOrder(ctx.tx, { storeId: ctx.storeId, ref: input.ref });
      if (order === null) throw new AppError("NOT_FOUND", "This order does not exist here.");
      return order;
    }),
  mail: procedure(access)
    .input(z.object({ ref: z.uuid() }))
    .query(async ({ ctx, input }) => {
      const order = await getOrder(ctx.tx, { storeId: ctx.storeId, ref: input.ref });
      if (order === null) throw new AppError("NOT_FOUND", "This order does not exist here.");
      const sent = await sentMail(ctx.tx, { storeId: ctx.storeId, ref: input.ref });
      return sent === null ? ({ kind: "none" } as const) : mailAsSent(sent);
    }),
});
