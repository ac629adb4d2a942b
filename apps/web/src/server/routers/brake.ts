import { AppError } from "@heed/core/errors";
import { liftBrake, setBrake } from "@heed/db/commands/brakes";
import { listBrakes } from "@heed/db/queries/brakes";
import { countHeld } from "@heed/db/queries/count-stopped";
import { z } from "zod";
import { procedure, router } from "../trpc/procedure.ts";

const read = { scope: "store", role: "viewer", factor: 1 } as const;
const change = { scope: "store", role: "manager", factor: 1 } as const;

const code = z.string().trim().min(1).max(80);
const day = z.iso.date();
const reason = z.string().trim().min(3, "Say why, for those who see it later.").max(200);

const wish = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["pause", "dry_run"]) }),
  z.object({ kind: z.literal("stop_item"), sku: code.nullable(), asin: code.nullable() }),
  z.object({ kind: z.literal("blackout"), fromDay: day, toDay: day }),
]);

export const brakeRouter = router({
  list: procedure(read).query(({ ctx }) => listBrakes(ctx.tx, { storeId: ctx.storeId })),
  /** How many planned messages a brake would hold, before it is set. */
  count: procedure(read)
    .input(z.object({ sku: code.nullable(), asin: code.nullable(), clientId: z.uuid().nullable().default(null) }))
    .query(({ ctx, input: { clientId, ...item } }) =>
      countHeld(ctx.tx, { storeId: ctx.storeId, clientId, item: itemOf(item) }),
    ),
  /** "All stores" holds the whole workspace, or the client's stores where one is named. */
  set: procedure(change)
    .input(z.object({ reason, clientId: z.uuid().nullable().default(null), wish }))
    .mutation(async ({ ctx, input }) => {
      const storeId = ctx.storeId === "all" ? null : ctx.storeId;
      if (storeId !== null && input.clientId !== null) throw new AppError("INVALID", "Choose the store or the client.");
      const id = await setBrake(
        ctx.tx,
        { ...input.wish, reason: input.reason, storeId, clientId: input.clientId },
        ctx.services.clock.now(),
      );
      const item = input.wish.kind === "stop_item" ? itemOf(input.wish) : null;
      return { id, ...(await countHeld(ctx.tx, { storeId: ctx.storeId, clientId: input.clientId, item })) };
    }),
  lift: procedure(change)
    .input(z.object({ id: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      await liftBrake(ctx.tx, { brakeId: input.id, now: ctx.services.clock.now() });
      return { id: input.id };
    }),
});

function itemOf({ sku, asin }: { readonly sku: string | null; readonly asin: string | null }) {
  if (sku !== null) return { sku };
  return asin === null ? null : { asin };
}
